import { randomUUID } from 'node:crypto';
import { entryView } from '../../casework/entry-view.ts';
import { namesIn } from '../../casework/names.ts';
import { ownerView } from '../../casework/owner-view.ts';
import { planOfCase } from '../../casework/plan/plan-of-case.ts';
import { stepsOfCase } from '../../casework/plan/steps-of-case.ts';
import { entryWithId } from '../../casework/read-entry.ts';
import { recordReport } from '../../casework/review/record-report.ts';
import type { DocumentMade } from '../../contract/document.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { CaseError } from '../../domain/errors.ts';
import { formData } from '../../evidence/forms/form-data.ts';
import { ownerPage } from '../../share/report/owner-page.ts';
import { type Document, documentFoot, pageOf } from '../../share/report/page.ts';
import { planPage } from '../../share/report/plan-page.ts';
import { type ReportData, documentHead, labelsOf, reportData } from '../../share/report/report-data.ts';
import { type Redaction, type RedactionWish, redactionOf } from '../../share/redaction.ts';
import { type RedactedCase, redactedCase } from '../../share/redacted-case.ts';
import { reportPage, reportParts } from '../../share/report/report-page.ts';
import { carriedRows } from '../../share/report/self-check/carried-rows.ts';
import { partDigest } from '../../share/report/self-check/carried-record.ts';
import { timelinePart } from '../../share/report/timeline.ts';
import type { ReadableDb } from '../../store/db.ts';
import { authors } from '../../store/queries/author.ts';
import { lastSeq } from '../../store/queries/entry.ts';
import { timelineRows } from '../../store/queries/timeline.ts';
import { countWithheld } from '../../store/queries/withheld.ts';
import type { Job } from '../jobs.ts';
import type { OpenCase } from '../open-case.ts';
import { rawEntries } from '../record/raw-entries.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { written } from '../written.ts';
import { checkOpened } from './record-verify.ts';

/** Entries of one slice: about ten milliseconds. */
const SLICE = 50;
/** Chromium lays out the whole page at once before it prints. */
const LONGEST_PDF = 20_000;

interface Made {
  readonly page: Document;
  readonly name: string;
  readonly check: { readonly ok: boolean; readonly sentence: string } | null;
}

/** Starts the job that makes a document. It reads only; what it makes is kept in memory until it is taken. */
export function make(engine: Engine, { what, redact }: RequestOf<'document.make'>): { job: string } {
  const opened = openCaseOf(engine);
  if (redact !== undefined && what !== 'report') {
    throw new CaseError('wrong-use', { reason: 'Fields are left out of a report, and of nothing else.' });
  }
  // Said at once where it names nothing: the record is checked for a while before it counts.
  const wish = redact ?? {};
  redactionOf(opened.db, wish);
  return engine.jobs.start('document.make', async (job): Promise<DocumentMade> => {
    const { page, name, check } = await MAKERS[what](engine, opened, job, wish);
    const id = randomUUID();
    const { fingerprint: head, entries, written: at } = page.head;
    engine.document = { id, what, page, head, entries };
    return {
      document: id,
      name: `${name}-${at.slice(0, 10)}`,
      entries,
      sentence: check?.sentence ?? null,
      ok: check?.ok ?? true,
    };
  });
}

type Maker = (engine: Engine, opened: OpenCase, job: Job, wish: RedactionWish) => Promise<Made>;

const MAKERS: Readonly<Record<RequestOf<'document.make'>['what'], Maker>> = {
  owner: async ({ host }, { db }) => {
    const now = host.clock.now();
    const page = ownerPage(ownerView(db, now), documentHead(db, now, host.version));
    return Promise.resolve({ page, name: 'owner', check: null });
  },
  plan: async ({ host }, { db }) => {
    const nowMs = host.clock.now();
    const { exhibits } = formData(db, { exhibit: 'all', nowMs, version: host.version });
    const head = documentHead(db, nowMs, host.version);
    const page = planPage(planOfCase(db).plan, stepsOfCase(db), labelsOf(exhibits), head);
    return Promise.resolve({ page, name: 'plan', check: null });
  },
  report,
};

async function report(engine: Engine, opened: OpenCase, job: Job, wish: RedactionWish): Promise<Made> {
  const redaction = redactionOf(opened.db, wish);
  // Stored bytes are not read again: that may take hours, and the report says so.
  const check = await checkOpened(engine, opened, job, true, null);
  const reported = { redaction, check, whole: opened.db };
  if (redaction.what === 'none') return reportOf(engine, opened.db, job, reported);
  const entriesTo = (last: number) => rawEntries(opened.db, 'numbers', last);
  const without = await redactedCase(opened.db, entriesTo, redaction, async () => pause(job, 0, null));
  try {
    return await reportOf(engine, without.db, job, { ...reported, without });
  } finally {
    without.remove();
  }
}

interface Reported {
  readonly redaction: Redaction;
  readonly check: ReportData['check'];
  /** The case with all its fields: what the digests are taken from. */
  readonly whole: ReadableDb;
  /** Counts of what was left out. */
  readonly without?: Pick<RedactedCase, 'leftOut' | 'entries'>;
}

/** @param db what is shown: nothing else of the case comes into the page */
async function reportOf(
  { host }: Engine,
  db: ReadableDb,
  job: Job,
  { redaction, check, whole, without }: Reported,
): Promise<Made> {
  const leftOut =
    without === undefined || redaction.what === 'none'
      ? null
      : { what: redaction.what, fields: without.leftOut, entries: without.entries };
  const data = reportData(db, host.clock.now(), host.version, check, leftOut);
  // A note that comes meanwhile is not in it: what it shows is fixed here.
  const rows = timelineRows(db, { by: 'occurred' }, 0, data.head.entries);
  const last = lastSeq(db);
  const withheld = countWithheld(whole);
  const names = namesIn(db);
  for (const { key } of authors(db)) names.nameOf(key);
  const { before, after } = reportParts(data);
  const body: string[] = [];
  const parts: (readonly [string, string])[] = [];
  for (const [id, part] of before) {
    const markup = part();
    body.push(markup);
    parts.push(partDigest(id, markup));
    await pause(job, 0, rows.length);
  }
  const timeline = timelinePart(data.head);
  body.push(timeline.begin);
  for (const [i, { entry, number }] of rows.entries()) {
    body.push(timeline.entry(entryView(entryWithId(db, entry), number, names)));
    if (i % SLICE === SLICE - 1) await pause(job, i + 1, rows.length);
  }
  body.push(timeline.end);
  const [id, part] = after;
  const markup = part();
  body.push(markup);
  parts.push(['timeline', ''], partDigest(id, markup));
  const carried: string[] = [];
  // The rows of both stand in the same order.
  for (const slice of carriedRows(whole, last, redaction)) {
    carried.push(...slice);
    await pause(job, rows.length, rows.length);
  }
  // Its text may stand in the pages above, or lack without the entry that says why.
  if (countWithheld(whole) !== withheld || data.head.entries !== carried.length) {
    throw new CaseError('withheld-meanwhile', { what: 'the report' });
  }
  const { caseId, fingerprint: head, zone, written, version } = data.head;
  const record = {
    version,
    written,
    checked: check.at,
    case: caseId,
    head,
    zone,
    redact: redaction.what,
    parts,
    rows: carried,
  };
  const page = reportPage(data, body.join(''), { ...record, program: __HOLDFAST_REPORT_CHECK__ });
  return { page, name: 'report', check };
}

/** A turn of the event loop: notes that came meanwhile are written before the next slice. @throws CaseError `cancelled` */
async function pause(job: Job, done: number, total: number | null): Promise<void> {
  job.progress({ item: 'entries', unit: 'rows', done, total });
  await new Promise<void>((resume) => setImmediate(resume));
  await job.turn();
}

/** @throws CaseError `wrong-use` where it was taken already, or is too long for paper */
export function take(engine: Engine, given: RequestOf<'document.take'>): ResponseOf<'document.take'> {
  const made = madeWith(engine, given.document);
  const { page } = made;
  if (page === null) {
    throw new CaseError('wrong-use', { reason: 'This document was taken already. Make it again.' });
  }
  const paper = given.for === 'paper';
  if (paper && made.what === 'report' && made.entries > LONGEST_PDF) {
    throw new CaseError('wrong-use', {
      reason: `A PDF holds up to ${LONGEST_PDF} entries, and these are ${made.entries}. Write a web page.`,
    });
  }
  made.page = null;
  return { html: pageOf(page, paper), foot: documentFoot(page.head) };
}

export function record(engine: Engine, given: RequestOf<'document.record'>): ResponseOf<'document.record'> {
  const { document, ...file } = given;
  const { what, head, entries } = madeWith(engine, document);
  if (what !== 'report') {
    throw new CaseError('wrong-use', { reason: 'Only that a report was made is recorded.' });
  }
  return written(engine, (session) => recordReport(session, file, { head, entries }));
}

function madeWith({ document }: Engine, id: string) {
  if (document?.id === id) return document;
  throw new CaseError('wrong-use', { reason: 'This document is not here any more. Make it again.' });
}
