import { isAbsolute, resolve } from 'node:path';
import { zoneOf } from '../../casework/case-facts.ts';
import type { WritingSession } from '../../casework/session.ts';
import type { EvidenceAdded, Exhibit } from '../../contract/evidence.ts';
import type { RequestOf } from '../../contract/index.ts';
import { CaseError } from '../../domain/errors.ts';
import type { FieldsOf } from '../../domain/kinds/index.ts';
import { understandTime } from '../../domain/time/understand.ts';
import { exhibitView } from '../../evidence/exhibit-view.ts';
import { exhibitOf } from '../../evidence/find-exhibit.ts';
import { type Registration, registerExhibit } from '../../evidence/register-exhibit.ts';
import { resolvePath } from '../../evidence/resolve-path.ts';
import { errorData } from '../error-data.ts';
import { writing } from '../open-case.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { progressOfAll } from '../take-in/progress-of-all.ts';
import { type TakenIn, takerIn } from '../take-in/take-in.ts';

type Given = RequestOf<'evidence.add'>;

/** Starts the job that reads, hashes and registers each path in turn; one that fails does not stop the rest. */
export function add(engine: Engine, given: Given): { job: string } {
  const opened = openCaseOf(engine);
  const session = writing(opened);
  // Everything that can be refused is refused before the first byte is read.
  const common = understood(session, given, engine.host.clock.now());
  const paths = given.paths.map((path) => {
    const absolute = isAbsolute(path) ? path : resolve(path);
    return { absolute, bytes: resolvePath(absolute) };
  });
  return engine.jobs.start('evidence.add', async (job): Promise<EvidenceAdded> => {
    const added: EvidenceAdded = { exhibits: [], failed: [], byReference: [], resumed: [] };
    const taker = takerIn(engine.host, session, { mode: given.mode, also: given.also ?? [] }, job);
    const tell = progressOfAll(job, paths);
    try {
      for (const [i, { absolute, bytes }] of paths.entries()) {
        await job.turn();
        try {
          const taken = await taker.take(bytes, (at) => tell(i, at));
          await job.turn();
          const exhibit = record(engine, session, taken, { ...common, path: bytes });
          added.exhibits.push(exhibit);
          const label = exhibit.exhibit;
          if (taken.byReference !== null) added.byReference.push({ exhibit: label, why: taken.byReference });
          if (taken.resumedFrom > 0) added.resumed.push({ exhibit: label, from: taken.resumedFrom });
        } catch (error) {
          const { code, message } = errorData(error);
          // These concern the case or the whole job; going on with the next path would fail the same way.
          if (code === 'cancelled' || code === 'disk-full' || code === 'bug') throw error;
          added.failed.push({ path: absolute, code, message });
        }
      }
    } finally {
      taker.end();
    }
    return added;
  });
}

function record(
  engine: Engine,
  session: WritingSession,
  taken: TakenIn,
  registration: Registration,
): Exhibit {
  try {
    const [entry, collected] = registerExhibit(session, taken.examined, registration);
    engine.wrote([entry.id, collected.id]);
    taken.recorded();
    return exhibitView(session.db, exhibitOf(session.db, entry.id));
  } catch (error) {
    taken.discard();
    throw error;
  }
}

function understood(session: WritingSession, given: Given, now: number) {
  const zone = given.zone ?? zoneOf(session.db);
  return {
    title: given.title,
    type: given.type,
    source: given.source,
    collectedBy: given.collectedBy,
    clockOffset: given.clockOffset,
    occurred: given.at === undefined ? undefined : understandTime(given.at, zone, now),
    covers: given.covers === undefined ? undefined : spanOf(given.covers, zone, now),
  };
}

function spanOf(typed: string, zone: string, now: number): FieldsOf<'evidence'>['covers'] {
  const span = understandTime(typed, zone, now);
  if (span.until === undefined) throw new CaseError('time-not-understood', { typed });
  return { from: span.utc, to: span.until, zone: span.zone, typed };
}
