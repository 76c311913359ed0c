import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { sha256, signatureChecker } from '../../casework/node-crypto.ts';
import type { RequestOf } from '../../contract/index.ts';
import type { ReportCheck } from '../../contract/report-check.ts';
import { hex } from '../../domain/bytes.ts';
import { CaseError } from '../../domain/errors.ts';
import { asFileError } from '../../domain/file-error.ts';
import { codeOfHead, wordsOfHead } from '../../domain/fingerprint.ts';
import { soundSentence } from '../../domain/record/sound-sentence.ts';
import type { ReportProblem } from '../../share/report/self-check/report-problem.ts';
import { madeOtherwise } from '../../share/report/self-check/made-again.ts';
import { checkReport, titleIn } from '../../share/report/self-check/check-report.ts';
import { attributeOf, elementsIn } from '../../share/report/self-check/page-tree.ts';
import { type ReadReport, looksLikeReport, readReport } from '../../share/report/self-check/read-report.ts';
import type { Job } from '../jobs.ts';
import type { Engine } from '../state.ts';

/** Bytes. A larger page could not be read as one text. */
const LARGEST = 400 * 1024 * 1024;
/** Problems that are handed on. */
const LISTED = 50;

/** Starts the job that checks a report by the record in it. */
export function checkReportFile(engine: Engine, given: RequestOf<'report.check'>): { job: string } {
  if (engine.open !== null) throw new CaseError('wrong-use', { reason: 'A case is open. Lock it first.' });
  engine.checked = null;
  const path = resolve(given.path);
  return engine.jobs.start('record.verify', async (job) => reportCheckOf(engine, path, job));
}

/**
 * Checks a report by the record that it carries, with our own rules: nothing of the file is run.
 * @throws CaseError `wrong-use` for a page that is no report, `too-large`, and what the file system refuses
 */
async function reportCheckOf(engine: Engine, path: string, job: Job): Promise<ReportCheck> {
  const bytes = bytesOf(path);
  const text = bytes.toString('utf8');
  const file = { size: bytes.length, sha256: hex(sha256(bytes)) };
  const at = new Date(engine.host.clock.now()).toISOString();
  if (!looksLikeReport(text)) {
    throw new CaseError('wrong-use', {
      reason: `${path} is a web page without the record of a report in it, so nothing in it can be checked. A report that Holdfast wrote as .html carries its record; the owner’s page, the plan and PDF files do not.`,
    });
  }
  const report = Buffer.from(text).equals(bytes) ? readReport(text) : NOT_UTF8;
  if (typeof report === 'string') return unreadable(report, { ...file, at });
  const tools = { digest: sha256, checkSignature: await signatureChecker() };
  const work = checkReport(report.record, report.page, tools);
  const total = report.record.rows.length;
  for (let slices = 0; ; slices += 1) {
    const step = work.next();
    if (step.done !== true) {
      await pause(job, total, Math.min(total, slices * 25));
      continue;
    }
    const { entries, fields, head, anchored, fixed, order, leftOut, withheld } = step.value;
    const program = programOf(report, engine.host.version);
    const found = [...step.value.problems, ...besideProblems(report, program)];
    const other =
      program === true && found.length === 0
        ? await madeOtherwise(report.record, step.value, __HOLDFAST_REPORT_CHECK__, async () =>
            pause(job, total),
          )
        : null;
    const problems = [...found, ...(other ?? []).map((id) => notOfRecord(id, report))];
    const ok = problems.length === 0;
    engine.checked = { order: order.map(({ id, header }) => ({ id, parents: header.parents })) };
    const { version, written } = report.record;
    return {
      ok,
      checked: { entries, fields, lines: entries, parts: Math.max(0, report.record.parts.length - 2) },
      authors: new Set(order.map(({ header }) => header.author)).size,
      leftOut,
      withheld,
      problems: problems.slice(0, LISTED),
      problemCount: problems.length,
      fingerprint: { words: wordsOfHead(head), code: codeOfHead(head), head, entries },
      anchored: anchored === null ? null : { kind: anchored.kind, at: anchored.at, fixes: fixed },
      unanchored: entries - fixed,
      written: { version, at: written },
      program,
      again: other === null ? null : other.length === 0,
      sentence: ok
        ? soundSentence(entries, fixed, anchored, engine.host.clock.now())
        : problemsSentence(problems),
      ...file,
      at,
    };
  }
}

/** A turn of the event loop, so that the check can be cancelled. */
async function pause(job: Job, total: number, done = total): Promise<void> {
  job.progress({ item: 'entries', unit: 'rows', done, total });
  await new Promise<void>((resume) => setImmediate(resume));
  await job.turn();
}

/** A part that fits its check value, and not the record. */
function notOfRecord(id: string, { page }: ReadReport): ReportProblem {
  const part = elementsIn(page.body).elements.find((element) => attributeOf(element, 'id') === id);
  const name = part === undefined ? 'The head of the page' : `The part “${titleIn(part)}”`;
  const message = `${name} says something else than Holdfast makes of the record in this report.`;
  return { code: 'part-not-of-record', message, number: null };
}

const NOT_UTF8 = 'This page holds bytes that are no text: it was changed or damaged.';

const problemsSentence = (problems: readonly ReportProblem[]): string =>
  `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} found: ${problems[0]?.message ?? ''}`;

function bytesOf(path: string): Buffer {
  try {
    if (statSync(path).size > LARGEST) {
      const remedy = 'Check the case file instead: it holds the same record.';
      throw new CaseError('too-large', { what: path, limit: '400 MiB', remedy });
    }
    return readFileSync(path);
  } catch (error) {
    throw error instanceof CaseError ? error : asFileError(error, path);
  }
}

/** Whether the program in the page is ours; of another version we cannot know. */
function programOf({ record, program }: ReadReport, version: string): boolean | null {
  return record.version === version ? program === __HOLDFAST_REPORT_CHECK__ : null;
}

function besideProblems({ boxIsOurs }: ReadReport, program: boolean | null): ReportProblem[] {
  const problem = (message: string): ReportProblem => ({ code: 'part-changed', message, number: null });
  return [
    ...(program === false
      ? [problem('The program behind the button of this page is not the one that Holdfast puts there.')]
      : []),
    ...(boxIsOurs
      ? []
      : [problem('The place where this page says how its check came out is not as it was written.')]),
  ];
}

/** What was a report once, and cannot be read as one. */
function unreadable(message: string, file: Pick<ReportCheck, 'size' | 'sha256' | 'at'>): ReportCheck {
  const problems = [{ code: 'report-unreadable', message, number: null }] as const;
  return {
    ok: false,
    checked: { entries: 0, fields: 0, lines: 0, parts: 0 },
    authors: 0,
    leftOut: 0,
    withheld: 0,
    problems: [...problems],
    problemCount: 1,
    fingerprint: null,
    anchored: null,
    unanchored: 0,
    written: null,
    program: null,
    again: null,
    sentence: problemsSentence(problems),
    ...file,
  };
}
