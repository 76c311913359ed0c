import { resolve } from 'node:path';
import { lastHeadSeen, olderThanSeen } from '../../casework/rollback.ts';
import type { RequestOf } from '../../contract/index.ts';
import type { Merged } from '../../contract/merge.ts';
import { utcIso } from '../../domain/brands.ts';
import { fromHex } from '../../domain/bytes.ts';
import { CaseError } from '../../domain/errors.ts';
import { type RecordProblem, recordProblem } from '../../domain/record-problem.ts';
import { exhibitOf } from '../../evidence/find-exhibit.ts';
import type { ReadableDb } from '../../store/db.ts';
import { entryByHash } from '../../store/queries/entry.ts';
import { mergeRecords } from '../merge/merge.ts';
import { keyOfOther, refuseItself, withOther } from '../merge/other-copy.ts';
import { evidenceOfCopy } from '../../share/own-copy.ts';
import { fetchEvidence } from '../merge/fetch-evidence.ts';
import { before, mergeReport } from '../merge/report.ts';
import { type OpenCase, writableOf } from '../open-case.ts';
import { type Engine, openCaseOf } from '../state.ts';

/** Starts the job that takes the entries of another copy in. */
export function merge(engine: Engine, given: RequestOf<'record.merge'>): { job: string } {
  const opened = openCaseOf(engine);
  const db = writableOf(opened);
  const path = resolve(given.path);
  refuseItself(opened, path);
  const known = engine.other;
  return engine.jobs.start('record.merge', async (job): Promise<Merged> => {
    const key = await keyOfOther(known, path, given.passphrase);
    return withOther(opened, path, key, async (other) => {
      if (given.continueOlder !== true) refuseOlder(engine, opened, other);
      const then = before(db);
      const log = { at: utcIso(engine.host.clock.now()), path };
      const united = await mergeRecords({ host: engine.host, db, other, job, hold: engine.hold }, log);
      const report = mergeReport(db, united, then);
      if (report.problems.length > 0) return report;
      const fetched = await fetchEvidence({ host: engine.host, db, other, job }, evidenceOfCopy(db));
      engine.other = null;
      if (report.added.entries + fetched.came > 0) engine.merged();
      return {
        ...report,
        evidence: fetched.came,
        problems: fetched.wrong.map((entry) => wrongBytes(db, entry)),
      };
    });
  });
}

function wrongBytes(db: ReadableDb, entry: string): RecordProblem {
  return recordProblem('evidence-changed', { exhibit: exhibitOf(db, entry).label, entry });
}

/** Of a file that lacks what this device saw last, the union of both counts. */
function refuseOlder(engine: Engine, { db, path, caseId }: OpenCase, other: ReadableDb): void {
  const older = olderThanSeen(engine.profile(), db, caseId);
  const head = lastHeadSeen(engine.profile(), db, caseId);
  if (older === null || head === undefined || entryByHash(other, fromHex(head)) !== undefined) return;
  throw new CaseError('older-than-seen', { path, missing: older.missing, seen: older.seen });
}
