import { basename, dirname, resolve } from 'node:path';
import { statSync } from 'node:fs';
import type { BagCheck } from '../../contract/bag.ts';
import type { RequestOf } from '../../contract/index.ts';
import { CaseError } from '../../domain/errors.ts';
import { checkBag } from '../../share/bagit/check-bag.ts';
import { checkBagRecord } from '../bag/check-record.ts';
import type { Job } from '../jobs.ts';
import type { Engine } from '../state.ts';

/** Problems that are handed on. */
const LISTED = 50;

/** Starts the job that checks a bag by its lists, and by the record in it where it is ours. */
export function checkBagFolder(engine: Engine, given: RequestOf<'bag.check'>): { job: string } {
  if (engine.open !== null) throw new CaseError('wrong-use', { reason: 'A case is open. Lock it first.' });
  engine.checked = null;
  const place = resolve(given.path);
  const isFolder = statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
  const path = isFolder || basename(place).toLowerCase() !== 'bagit.txt' ? place : dirname(place);
  return engine.jobs.start('record.verify', async (job) => bagCheckOf(engine, path, job));
}

async function bagCheckOf(engine: Engine, path: string, job: Job): Promise<BagCheck> {
  const now = engine.host.clock.now();
  const files = await checkBag(path, {
    turn: async () => job.turn(),
    progress: (item, done) => job.progress({ item, unit: 'bytes', done, total: null }),
  });
  const inside = await checkBagRecord(path, files, now, async () => {
    await new Promise<void>((resume) => setImmediate(resume));
    await job.turn();
  });
  if (inside !== null && inside.order.length > 0) engine.checked = { order: inside.order };
  const problems = [...files.problems, ...(inside?.problems ?? [])];
  const { algorithms, bytes, tagFiles } = files;
  const ok = problems.length === 0;
  return {
    ok,
    path,
    checked: { files: files.files, bytes, tagFiles },
    algorithms: [...algorithms],
    record: inside?.record ?? null,
    problems: problems.slice(0, LISTED),
    problemCount: problems.length,
    sentence: ok
      ? `${files.files} files are those that were put into the bag. ${inside === null ? 'It was not written by Holdfast, so nothing but its own lists was compared.' : inside.sentence}`
      : `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} found: ${problems[0]?.message ?? ''}`,
    sha256: files.tagManifest,
    at: new Date(now).toISOString(),
  };
}
