import { resolve } from 'node:path';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import type { Compared, Lacked, Preview } from '../../contract/merge.ts';
import { CaseError } from '../../domain/errors.ts';
import type { ReadableDb } from '../../store/db.ts';
import type { Job } from '../jobs.ts';
import { listedEntries } from '../listed-entries.ts';
import { forkViews } from '../merge/fork-view.ts';
import { type Looked, lookAtBoth } from '../merge/merge.ts';
import { keyOfOther, refuseItself, withOther } from '../merge/other-copy.ts';
import { previewOf } from '../merge/preview.ts';
import type { Survey } from '../merge/survey.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { writingKey } from '../writing-key.ts';

/** Starts the job that compares the open case with another copy of it. */
export const compare = (engine: Engine, given: RequestOf<'record.compare'>): { job: string } =>
  look(engine, given, 'record.compare', async ({ looked, survey }) => comparedOf(looked, survey));

/** Starts the job that says what a merge would bring. */
export const preview = (engine: Engine, given: RequestOf<'record.preview'>): { job: string } =>
  look(engine, given, 'record.preview', async ({ looked, survey, other, job }): Promise<Preview> => {
    const { db } = openCaseOf(engine);
    const more = await previewOf({ host: engine.host, db, other, job }, looked.united, survey);
    return { ...comparedOf(looked, survey), ...more };
  });

interface Found {
  readonly looked: Looked;
  readonly survey: Survey;
  readonly other: ReadableDb;
  readonly job: Job;
}

/** Looks at both files as one, and keeps what each lacks until the copy is left. */
function look(
  engine: Engine,
  given: RequestOf<'record.compare'>,
  kind: 'record.compare' | 'record.preview',
  say: (found: Found) => Promise<Compared>,
): { job: string } {
  const opened = openCaseOf(engine);
  const path = resolve(given.path);
  refuseItself(opened, path);
  const known = engine.other;
  engine.other = null;
  return engine.jobs.start(kind, async (job: Job): Promise<Compared> => {
    const key = await keyOfOther(known, path, given.passphrase);
    return withOther(opened, path, key, async (other) => {
      const looked = await lookAtBoth({ host: engine.host, db: opened.db, other, job });
      try {
        const survey = await looked.uniter.survey(writingKey(engine));
        const accepted = new Set(looked.united.accepted);
        const waits = new Set(survey.there.filter((id) => !accepted.has(id)));
        const said = await say({ looked, survey, other, job });
        engine.other = { path, key, lacked: { here: survey.here, there: survey.there }, waits };
        return said;
      } finally {
        looked.uniter.end();
      }
    });
  });
}

const comparedOf = ({ united }: Looked, { here, there }: Survey): Compared => ({
  same: united.same,
  onlyHere: here.length,
  onlyThere: there.length,
  forks: forkViews(united.forks),
  problems: [...united.problems],
});

/** @throws CaseError `wrong-use` where no copy was looked at, and what opening it again can say */
export async function lacked(
  engine: Engine,
  { side, from, limit }: RequestOf<'record.lacked'>,
): Promise<ResponseOf<'record.lacked'>> {
  const opened = openCaseOf(engine);
  const { other } = engine;
  if (other === null) throw new CaseError('wrong-use', { reason: 'Compare with another copy first.' });
  const all = other.lacked[side];
  const ids = all.slice(from, from + limit);
  const page = (db: ReadableDb): Lacked[] =>
    listedEntries(db, ids).map((entry) => ({ ...entry, waits: other.waits.has(entry.id) }));
  const entries = side === 'here' ? page(opened.db) : await withOther(opened, other.path, other.key, page);
  return { entries, total: all.length };
}

export function leave(engine: Engine): Record<string, never> {
  engine.other = null;
  return {};
}
