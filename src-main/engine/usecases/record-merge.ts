import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { beginningOf, identityOf } from '../../casework/case-facts.ts';
import { lastHeadSeen, olderThanSeen } from '../../casework/rollback.ts';
import type { RequestOf } from '../../contract/index.ts';
import type { Compared, Merged } from '../../contract/merge.ts';
import { utcIso } from '../../domain/brands.ts';
import { fromHex } from '../../domain/bytes.ts';
import { CaseError } from '../../domain/errors.ts';
import { asFileError } from '../../domain/file-error.ts';
import { passphraseBytes } from '../../domain/passphrase.ts';
import { type RecordProblem, recordProblem } from '../../domain/record-problem.ts';
import { exhibitOf } from '../../evidence/find-exhibit.ts';
import type { ReadableDb } from '../../store/db.ts';
import { keyOfFile, openCaseForMerging } from '../../store/open-case.ts';
import { entryByHash } from '../../store/queries/entry.ts';
import type { Job } from '../jobs.ts';
import { lookAtBoth, mergeRecords } from '../merge/merge.ts';
import { evidenceOfCopy } from '../../share/own-copy.ts';
import { fetchEvidence } from '../merge/fetch-evidence.ts';
import { before, mergeReport } from '../merge/report.ts';
import { forkViews } from '../merge/fork-view.ts';
import { type OpenCase, writableOf } from '../open-case.ts';
import { refuseOdd } from '../record/refuse-giants.ts';
import { type Engine, openCaseOf } from '../state.ts';

/** Starts the job that takes the entries of another copy in. */
export function merge(engine: Engine, given: RequestOf<'record.merge'>): { job: string } {
  const opened = openCaseOf(engine);
  const db = writableOf(opened);
  const path = resolve(given.path);
  refuseItself(opened, path);
  return engine.jobs.start('record.merge', async (job): Promise<Merged> => {
    return withOther(opened, path, given.passphrase, async (other) => {
      if (given.continueOlder !== true) refuseOlder(engine, opened, other);
      const then = before(db);
      const log = { at: utcIso(engine.host.clock.now()), path };
      const united = await mergeRecords({ host: engine.host, db, other, job, hold: engine.hold }, log);
      const report = mergeReport(db, united, then);
      if (report.problems.length > 0) return report;
      const fetched = await fetchEvidence({ host: engine.host, db, other, job }, evidenceOfCopy(db));
      if (report.added.entries + fetched.came > 0) engine.merged();
      return {
        ...report,
        evidence: fetched.came,
        problems: fetched.wrong.map((entry) => wrongBytes(db, entry)),
      };
    });
  });
}

/** Starts the job that compares the open case with another copy of it. */
export function compare(engine: Engine, given: RequestOf<'record.compare'>): { job: string } {
  const opened = openCaseOf(engine);
  const path = resolve(given.path);
  refuseItself(opened, path);
  return engine.jobs.start('record.compare', async (job: Job): Promise<Compared> =>
    withOther(opened, path, given.passphrase, async (other) => {
      const { united, uniter } = await lookAtBoth({ host: engine.host, db: opened.db, other, job });
      uniter.end();
      const { same, onlyHere, accepted, forks, followers } = united;
      const waiting = forks.reduce((sum, fork) => sum + fork.waiting.length, followers.length);
      return {
        same,
        onlyHere,
        onlyThere: accepted.length + waiting,
        forks: forkViews(forks),
        problems: [...united.problems],
      };
    }),
  );
}

async function withOther<Result>(
  opened: OpenCase,
  path: string,
  passphrase: string,
  work: (other: ReadableDb) => Promise<Result>,
): Promise<Result> {
  const key = await keyOfFile(path, passphraseBytes(passphrase));
  const other = openCaseForMerging(path, { key });
  try {
    refuseOdd(other);
    if (identityOf(other).id !== opened.caseId) {
      throw new CaseError('other-case', { path, title: beginningOf(other).title });
    }
    return await work(other);
  } finally {
    other.close();
  }
}

function wrongBytes(db: ReadableDb, entry: string): RecordProblem {
  return recordProblem('evidence-changed', { exhibit: exhibitOf(db, entry).label, entry });
}

/** Closing a second descriptor of the open case would drop its lock (fcntl(2)). */
function refuseItself(opened: OpenCase, path: string): void {
  try {
    const [own, other] = [statSync(opened.path), statSync(path)];
    if (own.dev !== other.dev || own.ino !== other.ino) return;
  } catch (error) {
    throw asFileError(error, path);
  }
  throw new CaseError('wrong-use', { reason: `${path} is the open case itself. Choose another copy of it.` });
}

/** Of a file that lacks what this device saw last, the union of both counts. */
function refuseOlder(engine: Engine, { db, path, caseId }: OpenCase, other: ReadableDb): void {
  const older = olderThanSeen(engine.profile(), db, caseId);
  const head = lastHeadSeen(engine.profile(), db, caseId);
  if (older === null || head === undefined || entryByHash(other, fromHex(head)) !== undefined) return;
  throw new CaseError('older-than-seen', { path, missing: older.missing, seen: older.seen });
}
