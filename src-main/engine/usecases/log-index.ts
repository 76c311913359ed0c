import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { recordLogSource } from '../../casework/logs/record-log-source.ts';
import { viewOfNew } from '../../casework/entry-view.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import type { Inspected, LogImported, ReadAs } from '../../contract/log-index.ts';
import { CaseError } from '../../domain/errors.ts';
import { asFileError } from '../../domain/file-error.ts';
import { checkZone } from '../../domain/time/zone.ts';
import { describeExhibit } from '../../evidence/describe-exhibit.ts';
import { findExhibit } from '../../evidence/find-exhibit.ts';
import { resolvePath } from '../../evidence/resolve-path.ts';
import { readerNamed } from '../../logs/readers/find-reader.ts';
import { logIndexPath, removeLogIndex } from '../../store/log-index/open.ts';
import type { ReadableDb } from '../../store/db.ts';
import type { ExhibitRow } from '../../store/queries/exhibit.ts';
import { errorData } from '../error-data.ts';
import type { Job } from '../jobs.ts';
import { filesOfPaths } from '../logs/files-of-paths.ts';
import type { LogBytes } from '../logs/log-bytes.ts';
import { logFileOf } from '../logs/log-bytes-of.ts';
import { logIndexKey } from '../logs/log-index-key.ts';
import {
  isoOf,
  knownSources,
  logsOf,
  originsOf,
  readAsBefore,
  readAsWithHeading,
  sourceViews,
} from '../logs/logs-of.ts';
import { writableOf, writing } from '../open-case.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { type WorkerHandle, startWorker } from '../worker.ts';
import type { InspectRequest, InspectedMember } from '../workers/inspect-log.ts';
import type { ReadLog, ReadLogRequest } from '../workers/read-log.ts';
import { written } from '../written.ts';

/** Looks at the beginning of files and exhibits, to say what they are. Nothing is written. */
export async function inspect(
  engine: Engine,
  given: RequestOf<'log.inspect'>,
): Promise<ResponseOf<'log.inspect'>> {
  const { db } = openCaseOf(engine);
  const worker = startWorker(engine.host, 'inspect-log');
  const { sources: read } = await knownSources(engine);
  const indexed = new Set(read.map(({ source }) => `${source.exhibit}/${source.member}`));
  const look = (bytes: LogBytes): Promise<readonly InspectedMember[]> =>
    worker.ask<InspectRequest, readonly InspectedMember[]>({ bytes });
  const files: Inspected[] = [];
  try {
    for (const { path, name, fault } of filesOfPaths(given.paths)) {
      const about = { exhibit: null, path, name };
      const found = await inspected(about, async () => {
        if (fault !== null) throw fault;
        const raw = resolvePath(path);
        const { size, mtimeMs } = statSync(raw);
        const bytes = {
          name: basename(path),
          modified: mtimeMs,
          from: { kind: 'path', path: raw, size: null },
        } as const;
        return { size, members: await look(bytes) };
      });
      files.push(...found);
    }
    for (const label of given.exhibits) {
      const row = findExhibit(db, label);
      const found = await inspected({ exhibit: row.label, path: null, name: row.label }, async () => {
        const bytes = logFileOf(db, row);
        return { size: row.size, name: bytes.name, members: await look(bytes) };
      });
      files.push(
        ...found.map((file) => ({
          ...file,
          remembered: readAsBefore(db, row, file.member),
          isIndexed: indexed.has(`${row.entry}/${file.member}`),
        })),
      );
    }
  } finally {
    worker.end();
  }
  return { files: files.map((file) => ({ ...file, remembered: file.remembered ?? sameHeading(db, file) })) };
}

/** A table with the same heading as one that was read before is read in the same way. */
function sameHeading(db: ReadableDb, { proposals: [best] }: Inspected): ReadAs | null {
  return best === undefined || best.asks.columns.length === 0
    ? null
    : readAsWithHeading(db, best.reader, best.asks.columns);
}

interface Looked {
  readonly size: number | null;
  readonly name?: string;
  readonly members: readonly InspectedMember[];
}

/** One file that cannot be looked at says why; the others are looked at all the same. */
async function inspected(
  about: Pick<Inspected, 'exhibit' | 'path' | 'name'>,
  look: () => Promise<Looked>,
): Promise<Inspected[]> {
  const rest = { remembered: null, isIndexed: false, fault: null };
  try {
    const { members, size, name = about.name } = await look();
    return members.map(({ member, proposals }) => ({
      ...about,
      ...rest,
      name: member === '' ? name : member,
      member,
      // Of a member only reading tells.
      size: member === '' ? size : null,
      proposals: proposals.map(({ reader, detection: { certainty, asks } }) => ({
        reader,
        certainty,
        asks: { zone: asks.zone === true, year: asks.year ?? null, columns: [...(asks.columns ?? [])] },
      })),
    }));
  } catch (error) {
    const { message } = errorData(asFileError(error, about.path ?? about.name));
    return [{ ...about, ...rest, member: '', size: null, proposals: [], fault: message }];
  }
}

type Item = RequestOf<'log.import'>['items'][number];

interface ToRead {
  readonly row: ExhibitRow;
  readonly item: Item;
}

/**
 * Starts the job that reads exhibits into the index, one after the other. How each was read becomes an entry; what is
 * read already is searched while the rest is read.
 * @throws CaseError `exhibit-unknown`, `bytes-not-here`, `zone-unknown`; `wrong-use` for an unknown format
 */
export function importLogs(engine: Engine, given: RequestOf<'log.import'>): { job: string } {
  const opened = openCaseOf(engine);
  const session = writing(opened);
  const key = logIndexKey(opened.db, writableOf(opened));
  if (key === null) {
    throw new CaseError('read-only', { path: opened.path, reason: 'it is open for reading only.' });
  }
  const items = given.items.map((item): ToRead => {
    const row = findExhibit(opened.db, item.exhibit);
    // What is missing is said before a job begins.
    logFileOf(opened.db, row);
    if (item.readAs !== null) {
      readerNamed(item.readAs.reader);
      if (item.readAs.zone !== null) checkZone(item.readAs.zone);
    }
    return { row, item };
  });
  return engine.jobs.start('log.import', async (job): Promise<LogImported> => {
    const entries: string[] = [];
    let [rows, problems] = [0, 0];
    for (const { row, item } of items) {
      await job.turn();
      if (item.clockOffset !== undefined) correctClock(engine, row, item.clockOffset, entries);
      // Threads take a while to come up: meanwhile the file is looked at.
      const worker = startWorker(engine.host, 'read-log');
      logsOf(engine).comeUp();
      const { readAs, read } = await reading(worker, async () => {
        const chosen = item.readAs ?? (await proposed(engine, row, item.member));
        return { readAs: chosen, read: await readOne(engine, worker, job, key, row, item.member, chosen) };
      });
      rows += read.rows;
      problems += read.problems;
      const source = (await sourceViews(engine)).find(
        ({ exhibit, member }) => exhibit === row.label && member === item.member,
      );
      const entry = recordLogSource(session, {
        evidence: row.entry,
        exhibit: row.label,
        member: item.member === '' ? undefined : item.member,
        // What was read is not what was hashed.
        sha256: source?.proof === 'changed' ? undefined : (row.sha256 ?? undefined),
        reader: readAs.reader,
        zone: readAs.zone ?? undefined,
        year: readAs.year ?? undefined,
        columns:
          Object.keys(readAs.columns).length === 0
            ? undefined
            : Object.entries(readAs.columns).map(([column, field]) => ({ column, field })),
        rows: source?.rows ?? read.rows,
        undated: source?.undated ?? 0,
        first: asLogged(source?.first, source?.clockOffset),
        last: asLogged(source?.last, source?.clockOffset),
        problems: source?.problems.length === 0 ? undefined : source?.problems,
      });
      engine.tell([viewOfNew(opened.db, entry)]);
      entries.push(entry.id);
    }
    const done = new Set(items.map(({ row }) => row.label));
    const sources = (await sourceViews(engine)).filter(({ exhibit }) => done.has(exhibit));
    return { sources, rows, problems, entries };
  });
}

/** The record keeps what the log says; what is shown is corrected. */
function asLogged(shown: string | null | undefined, offset = 0): string | undefined {
  return typeof shown === 'string' ? (isoOf(Date.parse(shown) + offset * 1000) ?? undefined) : undefined;
}

function correctClock(engine: Engine, row: ExhibitRow, seconds: number, entries: string[]): void {
  const opened = openCaseOf(engine);
  try {
    const entry = describeExhibit(writing(opened), row, {
      title: undefined,
      type: undefined,
      reason: undefined,
      clock_offset: seconds,
    });
    engine.tell([viewOfNew(opened.db, entry)]);
    entries.push(entry.id);
  } catch (error) {
    // It stands there already.
    if (!(error instanceof CaseError && error.code === 'wrong-use')) throw error;
  }
}

/** As it was read before, or as it was recognised. @throws CaseError `wrong-use` where a person has to say something */
async function proposed(engine: Engine, row: ExhibitRow, member: string): Promise<ReadAs> {
  const { db } = openCaseOf(engine);
  const before = readAsBefore(db, row, member);
  if (before !== null) return before;
  const { files } = await inspect(engine, { paths: [], exhibits: [row.label] });
  const file = files.find((one) => one.member === member) ?? files[0];
  if (file?.fault !== null && file?.fault !== undefined) {
    throw new CaseError('wrong-use', { reason: file.fault });
  }
  const [best] = file?.proposals ?? [];
  if (best === undefined) {
    const reason = `What kind of log ${row.label} is was not recognised. Say which format it has.`;
    throw new CaseError('wrong-use', { reason, cli: 'Such as `--format iis`.' });
  }
  if (best.asks.zone) {
    const reason = `${row.label} writes local times and no zone (${best.reader}). Say in which zone its clock was.`;
    throw new CaseError('wrong-use', { reason, cli: 'Such as `--zone Europe/Berlin`.' });
  }
  if (best.asks.year === 0) {
    const reason = `${row.label} writes dates without a year (${best.reader}), and nothing suggests one. Say in which year its first row was written.`;
    throw new CaseError('wrong-use', { reason, cli: 'Such as `--year 2026`.' });
  }
  return { reader: best.reader, zone: null, year: best.asks.year, columns: {} };
}

/** Ends the thread, however it went. */
async function reading<Result>(worker: WorkerHandle, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } finally {
    worker.end();
  }
}

async function readOne(
  engine: Engine,
  worker: WorkerHandle,
  job: Job,
  key: Uint8Array,
  row: ExhibitRow,
  member: string,
  readAs: ReadAs,
): Promise<ReadLog> {
  const opened = openCaseOf(engine);
  const file = logFileOf(opened.db, row);
  return worker.ask<ReadLogRequest, ReadLog>(
    {
      index: logIndexPath(opened.path),
      key,
      nativeBinding: engine.host.nativeBinding,
      bytes: file,
      sha256: row.sha256,
      origins: await originsOf(engine, row),
      exhibit: row.entry,
      member,
      reader: readAs.reader,
      given: { zone: readAs.zone, year: readAs.year, columns: readAs.columns },
      item: `${row.label} ${member === '' ? file.name : member}`,
      cancelFlag: job.cancelFlag,
      host: { workers: engine.host.workers, mayBlock: engine.host.mayBlock },
    },
    ({ done, total, item }) => job.progress({ item, unit: 'rows', done, total }),
  );
}

export async function sources(engine: Engine): Promise<ResponseOf<'log.sources'>> {
  const { path } = openCaseOf(engine);
  const views = await sourceViews(engine);
  const index = logIndexPath(path);
  return {
    sources: views,
    rows: views.reduce(
      (sum, { state, rows }) => sum + (state === 'missing' || state === 'not-here' ? 0 : rows),
      0,
    ),
    size: existsSync(index) ? statSync(index).size : null,
  };
}

export async function problems(
  engine: Engine,
  given: RequestOf<'log.problems'>,
): Promise<ResponseOf<'log.problems'>> {
  const found = (await logsOf(engine).ask('problems', { source: given.source })) ?? [];
  return { problems: found.map(({ kind, line, at, detail }) => ({ kind, line, offset: at, detail })) };
}

/** The index is a cache: without it nothing is lost but the time to make it again. */
export async function drop(engine: Engine): Promise<ResponseOf<'log.drop'>> {
  const { path } = openCaseOf(engine);
  await logsOf(engine).close();
  removeLogIndex(logIndexPath(path));
  return {};
}

export const correctClockOf = (
  engine: Engine,
  given: RequestOf<'log.clock-offset'>,
): ResponseOf<'log.clock-offset'> =>
  written(engine, (session) =>
    describeExhibit(session, findExhibit(session.db, given.exhibit), {
      title: undefined,
      type: undefined,
      reason: undefined,
      clock_offset: given.seconds,
    }),
  );
