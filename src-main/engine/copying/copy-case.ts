import type { EntryId } from '../../domain/brands.ts';
import { fromHex } from '../../domain/bytes.ts';
import type { Entry } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
import { isGivenBy, nextSeries } from '../../domain/exhibit-number.ts';
import type { FieldsOf } from '../../domain/kinds/index.ts';
import { append, step } from '../../casework/append.ts';
import type { WritingSession } from '../../casework/session.ts';
import type { EvidenceOfCopy } from '../../share/own-copy.ts';
import type { CaseKey } from '../../store/case-key.ts';
import type { ReadableDb } from '../../store/db.ts';
import { admittedRows } from '../../store/queries/admitted.ts';
import { entryByHash, lastSeq } from '../../store/queries/entry.ts';
import { evidenceKeyOf } from '../../store/queries/evidence-key.ts';
import { blobOf, exhibitsUpTo, seriesOfCopies } from '../../store/queries/exhibit.ts';
import { localValue } from '../../store/queries/local.ts';
import { branchRows, presentRows } from '../../store/queries/standing.ts';
import { withheldRows } from '../../store/queries/withheld.ts';
import type { EngineHost } from '../host.ts';
import { readBatches } from '../record/read-batches.ts';
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
 * carries as its last; then the rows up to that entry are copied, and the views are made anew from them. Drafts,
 * local facts and quarantined entries stay behind.
 * It gets its name when it was verified.
 * @throws CaseError as `beginCaseFile`, `cancelled`, `withheld-meanwhile`, and what verifying throws; `wrong-use` for
 * bytes without personal data
 */
export async function copyCase(
  host: EngineHost,
  session: WritingSession,
  wish: CopyWish,
  pace: CopyPace,
): Promise<CopyDone> {
  const source = session.db;
  if (wish.redact === 'personal' && wish.evidence !== 'none') {
    throw new CaseError('wrong-use', BYTES_ARE_WHOLE);
  }
  const { path, temporary, redact, readOnly, evidence } = wish;
  const place = { source: source.path, path, temporary, redact, readOnly };
  // Before the original says that there is a copy: where none can be made, none was.
  const writer = await copyWriter(host, lastSeq(source) + 1, place, wish.key);
  try {
    const own = localValue(source, 'series') ?? '';
    const series = nextSeries(own, seriesOfCopies(source).filter((made) => isGivenBy(own, made)).length);
    const copy = step(session, () =>
      append(session, 'copy', {
        series,
        evidence,
        redact,
        ...(wish.to === undefined ? {} : { to: wish.to }),
        ...(readOnly ? { read_only: true } : {}),
      }),
    );
    const last = entryByHash(source, fromHex(copy.id))?.seq ?? 0;
    const withheld = withheldRows(source);
    // Of this very moment: notes that follow take places that the copy does not know of.
    await writer.start({
      series,
      withheld,
      admitted: admittedRows(source),
      present: presentRows(source),
      branches: branchRows(source),
    });
    const entries = await takeEntries(source, writer, last, pace);
    const files = await takeBytes(source, writer, evidence, last, async () => pace.pause(entries, last));
    // The text may have been copied, or may lack without the entry that says why.
    if (withheldRows(source).length !== withheld.length) {
      throw new CaseError('withheld-meanwhile', { what: `the copy ${path}` });
    }
    await writer.settle();
    await pace.beside(files);
    await pace.verify({ entries, head: copy.id });
    pace.beforeName();
    await writer.name();
    return { copy, entries, series };
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
