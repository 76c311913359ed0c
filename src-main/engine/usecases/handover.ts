import { handoversOf } from '../../casework/handover/handovers.ts';
import { acceptHandover, giveHandover } from '../../casework/handover/record-handover.ts';
import { zoneOf } from '../../casework/case-facts.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { utcIso } from '../../domain/brands.ts';
import { CaseError } from '../../domain/errors.ts';
import { handoverPage } from '../../evidence/forms/handover-page.ts';
import { exportFoot, exportHead } from '../../evidence/forms/timeline-export.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { written } from '../written.ts';

export const list = (engine: Engine): ResponseOf<'handover.list'> => ({
  handovers: handoversOf(openCaseOf(engine).db),
});

export const give = (engine: Engine, given: RequestOf<'handover.give'>): ResponseOf<'handover.give'> =>
  written(engine, (session) => giveHandover(session, given.to, given.note));

export const accept = (engine: Engine, given: RequestOf<'handover.accept'>): ResponseOf<'handover.accept'> =>
  written(engine, (session) => acceptHandover(session, given.remark));

/** The last hand-over on one page. Reads only, and writes nothing anywhere. */
export function page(engine: Engine, given: RequestOf<'handover.page'>): ResponseOf<'handover.page'> {
  const { db } = openCaseOf(engine);
  const [last] = handoversOf(db);
  if (last === undefined) {
    throw new CaseError('wrong-use', { reason: 'Nothing was handed over in this case.' });
  }
  const head = exportHead(db, {
    zone: zoneOf(db),
    by: 'recorded',
    shown: last.entries.length,
    written: utcIso(engine.host.clock.now()),
    version: engine.host.version,
  });
  return {
    html: handoverPage(head, last, given.for === 'paper'),
    name: `handover-${last.at.slice(0, 10)}`,
    foot: exportFoot(head),
  };
}
