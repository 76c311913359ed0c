import { identityOf } from '../../casework/case-facts.ts';
import { sha256 } from '../../casework/node-crypto.ts';
import { olderThanSeen } from '../../casework/rollback.ts';
import type { RequestOf } from '../../contract/index.ts';
import type { RecordCheck } from '../../contract/record.ts';
import { fingerprintOf } from '../../domain/fingerprint.ts';
import { type RecordProblem, recordProblem } from '../../domain/record-problem.ts';
import type { ReadableDb } from '../../store/db.ts';
import type { PageReport } from '../../store/check-pages.ts';
import { PAGE } from '../../store/page-check.ts';
import { compareIndexes, isWalked, structureFault } from '../../store/structure.ts';
import type { Job } from '../jobs.ts';
import { inSlices } from '../in-slices.ts';
import { type OpenCase, pagesOf } from '../open-case.ts';
import { checkExhibits } from '../record/check-exhibits.ts';
import { checkRecord } from '../record/check-record.ts';
import { refuseOdd } from '../record/refuse-giants.ts';
import { soundSentence } from '../../domain/record/sound-sentence.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { startWorker } from '../worker.ts';
import type { PagesRequest } from '../workers/check-pages.ts';

/** Starts the job that checks the whole record. It never writes an entry. */
export function verify(engine: Engine, given: RequestOf<'record.verify'>): { job: string } {
  const opened = openCaseOf(engine);
  return engine.jobs.start('record.verify', async (job) =>
    checkOpened(engine, opened, job, given.quick === true, null),
  );
}

/**
 * Checks an open case.
 * @param schemaFault what differs in the tables, where the file was opened for checking only
 */
export async function checkOpened(
  engine: Engine,
  opened: OpenCase,
  job: Job,
  quick: boolean,
  schemaFault: string | null,
): Promise<RecordCheck> {
  const { db } = opened;
  refuseOdd(db);
  const views = schemaFault === null;
  const record = await checkRecord(db, engine.host, job, views, async () =>
    Promise.all([checkAllPages(engine, opened), views ? structureOf(engine, db) : null]),
  );
  const [pageReport, structure] = record.other;
  const exhibits = views ? await checkExhibits(db, engine.host, job, quick) : { checked: 0, problems: [] };
  const problems: RecordProblem[] = [
    ...pageProblems(pageReport),
    ...(structure === null ? [] : [recordProblem('file-structure', { reason: structure })]),
    ...(schemaFault === null
      ? []
      : [recordProblem('schema-changed', { reason: schemaFault, place: schemaFault })]),
    ...record.problems,
    ...exhibits.problems,
    // Of changed tables only `entry` and `field` are read (cli.md).
    ...(views ? rollbackProblems(engine, db) : []),
  ];
  const counts: Record<string, number> = {};
  const firsts: RecordProblem[] = [];
  for (const problem of problems) {
    if (counts[problem.code] === undefined) firsts.push(problem);
    counts[problem.code] = (counts[problem.code] ?? 0) + 1;
  }
  const ok = problems.length === 0;
  const { anchored, fixed } = record.witnessed;
  return {
    ok,
    checked: {
      pages: pageReport.pages,
      entries: record.entries,
      fields: record.fields,
      signatures: record.entries,
      projections: record.rows,
      evidence: exhibits.checked,
    },
    problems: firsts,
    counts,
    head: record.tips.length === 0 ? '' : fingerprintOf(sha256, record.tips),
    projection: record.projection,
    anchored:
      anchored === null
        ? null
        : { entry: anchored.entry, kind: anchored.kind, at: anchored.at, fixes: fixed },
    absent: record.absent,
    unanchored: record.entries - fixed,
    sentence: ok
      ? soundSentence(record.entries, fixed, anchored, engine.host.clock.now())
      : `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} found: ${firsts[0]?.message ?? ''}`,
    at: new Date(engine.host.clock.now()).toISOString(),
  };
}

async function structureOf({ host }: Engine, db: ReadableDb): Promise<string | null> {
  return host.mayBlock && isWalked(db) ? structureFault(db) : inSlices(compareIndexes(db));
}

async function checkAllPages(engine: Engine, opened: OpenCase): Promise<PageReport> {
  const worker = startWorker(engine.host, 'check-pages');
  try {
    return await worker.ask<PagesRequest, PageReport>({ file: pagesOf(opened), ...opened.key });
  } finally {
    worker.end();
  }
}

function pageProblems(report: PageReport): RecordProblem[] {
  const problems = report.damaged.map((page) =>
    recordProblem('page-damaged', { place: String(page), byte: (page - 1) * PAGE }),
  );
  if (report.expected !== null && report.expected !== report.pages) {
    problems.push(
      recordProblem('file-structure', {
        reason: `it has ${report.pages} pages and should have ${report.expected}`,
      }),
    );
  }
  if (report.rest > 0) {
    problems.push(
      recordProblem('file-structure', { reason: `${report.rest} bytes stand behind its last page` }),
    );
  }
  return problems;
}

function rollbackProblems(engine: Engine, db: ReadableDb): RecordProblem[] {
  const older = olderThanSeen(engine.profile(), db, identityOf(db).id);
  return older === null ? [] : [recordProblem('older-than-seen', { ...older })];
}
