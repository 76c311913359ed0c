import type { EntryId } from '../../domain/brands.ts';
import { fromHex } from '../../domain/bytes.ts';
import type { Entry } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
import { isGivenBy, nextSeries } from '../../domain/exhibit-number.ts';
import type { FieldsOf } from '../../domain/kinds/index.ts';
import { append, step } from '../../casework/append.ts';
import type { WritingSession } from '../../casework/session.ts';
import type { CopyStart } from '../../share/copied-file.ts';
import type { EvidenceOfCopy } from '../../share/own-copy.ts';
import type { CaseKey } from '../../store/case-key.ts';
import type { ReadableDb } from '../../store/db.ts';
import { admittedRows } from '../../store/queries/admitted.ts';
import { countEntries, entryByHash, lastSeq } from '../../store/queries/entry.ts';
import { evidenceKeyOf } from '../../store/queries/evidence-key.ts';
import { blobOf, exhibitsUpTo, seriesOfCopies } from '../../store/queries/exhibit.ts';
import { localValue } from '../../store/queries/local.ts';
import { branchRows, presentRows } from '../../store/queries/standing.ts';
import { withheldRows } from '../../store/queries/withheld.ts';
import type { EngineHost } from '../host.ts';
import { readBatches } from '../record/read-batches.ts';
import { type WholeCase, beginWhole } from './copy-whole.ts';
import { type CopyWriter, copyWriter } from './copy-writer.ts';

export interface CopyWish {
  readonly path: string;
  /** Where it lies until it has its name (`temporaryName`). */
  readonly temporary: string;
  /** From the new passphrase and a fresh salt. */
  readonly key: CaseKey;
  readonly evidence: EvidenceOfCopy;
  /** `personal`: fields that FORMAT.md §8 marks stay out of it; the bytes of exhibits as well, which nobody can part. */
  readonly redact: 'none' | 'personal';
  /** Who it is for, as a person said. */
  readonly to: string | undefined;
  /** Nobody is to write in it. */
  readonly readOnly: boolean;
}

export interface CopyPace {
  /** Called between slices of at most 20 ms: lets notes through, tells progress, throws to cancel. */
  pause(done: number, total: number): Promise<void>;
  /** Called when all rows are written: sealed files of the evidence folder are put beside its temporary place. */
  beside(files: readonly string[]): Promise<void>;
  /** Called when the copy is on the disk and closed; what it throws takes the copy back. */
  verify(expected: { readonly entries: number; readonly head: EntryId }): Promise<void>;
  /** Called right before the copy gets its name. */
  beforeName(): void;
}

export interface CopyDone {
  /** The `copy` entry, which is the last one that the copy carries. */
  readonly copy: Entry;
  readonly entries: number;
  readonly series: string;
}

/**
 * Makes a copy for somebody else under its own passphrase. First the original says so, in an entry that the copy
 * carries as its last; then what is in the file at that moment is copied. Drafts, local facts and quarantined entries
 * stay behind.
 * It gets its name when it was verified.
 * @param whole the file, where all of it may be taken as it stands; null where its rows are to be copied
 * @throws CaseError as `beginCaseFile`, `cancelled`, `withheld-meanwhile`, and what verifying throws; `wrong-use` for
 * bytes without personal data
 */
export async function copyCase(
  host: EngineHost,
  session: WritingSession,
  wish: CopyWish,
  pace: CopyPace,
  whole: WholeCase | null,
): Promise<CopyDone> {
  if (wish.redact === 'personal' && wish.evidence !== 'none') {
    throw new CaseError('wrong-use', BYTES_ARE_WHOLE);
  }
  const said = whole === null ? null : await copyPages(host, session, wish, pace, whole);
  if (said !== null && 'entries' in said) return said;
  return copyRows(host, session, wish, pace, said);
}

/** What the original says of a copy, in an entry of its own, and what stood beside the entries at that moment. */
interface Said {
  readonly copy: Entry;
  readonly start: CopyStart;
}

function sayCopy(session: WritingSession, wish: CopyWish): Said {
  const { evidence, redact, readOnly, to } = wish;
  const own = localValue(session.db, 'series') ?? '';
  const series = nextSeries(own, seriesOfCopies(session.db).filter((made) => isGivenBy(own, made)).length);
  const copy = step(session, () =>
    append(session, 'copy', {
      series,
      evidence,
      redact,
      ...(to === undefined ? {} : { to }),
      ...(readOnly ? { read_only: true } : {}),
    }),
  );
  // Of this very moment: notes that follow take places that the copy does not know of.
  const start = {
    series,
    withheld: withheldRows(session.db),
    admitted: admittedRows(session.db),
    present: presentRows(session.db),
    branches: branchRows(session.db),
  };
  return { copy, start };
}

const placeOf = (source: ReadableDb, { copy }: Said): number =>
  entryByHash(source, fromHex(copy.id))?.seq ?? 0;

/**
 * The same from the pages of the file, in memory: in less than half the time, and while nothing but reading them holds
 * anybody up.
 * @returns only what the original said, where one of them is damaged: its rows may be such as the copy does not need
 */
async function copyPages(
  host: EngineHost,
  session: WritingSession,
  wish: CopyWish,
  pace: CopyPace,
  whole: WholeCase,
): Promise<CopyDone | Said> {
  const source = session.db;
  const { path, evidence, readOnly } = wish;
  const writer = await beginWhole(host, whole, wish, wish.key);
  let said: Said | null = null;
  try {
    // In one go: what is read is the case that ends with this entry.
    said = sayCopy(session, wish);
    const entries = countEntries(source);
    writer.read();
    const { copy, start } = said;
    const last = placeOf(source, said);
    await writer.write({ series: start.series, evidence, readOnly }, async (share) =>
      pace.pause(Math.floor(share * entries), entries),
    );
    const files =
      evidence === 'all' ? await takeKeys(source, last, async () => pace.pause(entries, entries)) : [];
    // It was there at that moment, and nobody is to get it any more.
    if (withheldRows(source).length !== start.withheld.length) {
      throw new CaseError('withheld-meanwhile', { what: `the copy ${path}` });
    }
    await pace.beside(files);
    await pace.verify({ entries, head: copy.id });
    pace.beforeName();
    writer.name();
    return { copy, entries, series: start.series };
  } catch (error) {
    if (said !== null && isDamageOf(source, error)) return said;
    throw error;
  } finally {
    writer.end();
  }
}

const isDamageOf = (source: ReadableDb, error: unknown): boolean =>
  error instanceof CaseError && error.code === 'file-damaged' && error.details.path === source.path;

/** @returns names of the sealed files that the copy has keys for */
async function takeKeys(source: ReadableDb, last: number, pause: () => Promise<void>): Promise<string[]> {
  const files: string[] = [];
  for (const [i, entry] of exhibitsUpTo(source, last).entries()) {
    const key = evidenceKeyOf(source, entry);
    if (key !== undefined) files.push(key.file);
    if (i % 100 === 99) await pause();
  }
  return files;
}

/** Copies row by row, and makes the views anew from them. @param before what the original said already */
async function copyRows(
  host: EngineHost,
  session: WritingSession,
  wish: CopyWish,
  pace: CopyPace,
  before: Said | null,
): Promise<CopyDone> {
  const source = session.db;
  const { path, temporary, redact, readOnly, evidence } = wish;
  const place = { source: source.path, path, temporary, redact, readOnly };
  // Before the original says that there is a copy: where none can be made, none was.
  const writer = await copyWriter(host, lastSeq(source) + 1, place, wish.key);
  try {
    const said = before ?? sayCopy(session, wish);
    const { copy, start } = said;
    const last = placeOf(source, said);
    await writer.start(start);
    const entries = await takeEntries(source, writer, last, pace);
    const files = await takeBytes(source, writer, evidence, last, async () => pace.pause(entries, last));
    // The text may have been copied, or may lack without the entry that says why.
    if (withheldRows(source).length !== start.withheld.length) {
      throw new CaseError('withheld-meanwhile', { what: `the copy ${path}` });
    }
    await writer.settle();
    await pace.beside(files);
    await pace.verify({ entries, head: copy.id });
    pace.beforeName();
    await writer.name();
    return { copy, entries, series: start.series };
  } finally {
    await writer.end();
  }
}

/** While the copy takes a slice, the next is read. @returns how many there were */
async function takeEntries(
  source: ReadableDb,
  writer: CopyWriter,
  last: number,
  pace: CopyPace,
): Promise<number> {
  let entries = 0;
  let taking = Promise.resolve();
  for (const batch of readBatches(source, 'numbers', 0, last)) {
    await taking;
    taking = writer.take(batch);
    // It is awaited with the next slice; until then its failure is nobody's.
    taking.catch(() => undefined);
    entries += batch.entries.rows;
    await pace.pause(entries, last);
  }
  await taking;
  return entries;
}

/** @returns names of the sealed files that the copy has keys for */
async function takeBytes(
  source: ReadableDb,
  writer: CopyWriter,
  which: EvidenceOfCopy,
  last: number,
  pause: () => Promise<void>,
): Promise<string[]> {
  if (which === 'none') return [];
  const files: string[] = [];
  for (const entry of exhibitsUpTo(source, last)) {
    const blob = blobOf(source, entry);
    if (blob !== undefined) await writer.takeBlob(entry, blob);
    const key = which === 'all' ? evidenceKeyOf(source, entry) : undefined;
    if (key !== undefined) {
      await writer.takeKey(entry, key);
      files.push(key.file);
    }
    await pause();
  }
  return files;
}

const BYTES_ARE_WHOLE = {
  reason:
    'The bytes of exhibits hold what they hold: nothing personal can be left out of them. A copy without personal data takes none along.',
  cli: 'Give `--evidence none`, or leave it away.',
};

/** Records the finished copy's file in the original; the copy cannot carry its own hash. */
export function recordCopyMade(
  session: WritingSession,
  copy: Entry,
  made: Omit<FieldsOf<'copy-made'>, 'copy'>,
): Entry {
  return step(session, () => append(session, 'copy-made', { copy: copy.id, ...made }));
}
