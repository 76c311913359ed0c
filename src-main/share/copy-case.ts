import { fromHex } from '../domain/bytes.ts';
import { CaseError } from '../domain/errors.ts';
import { nextSeries } from '../domain/exhibit-number.ts';
import type { Entry } from '../domain/entry.ts';
import type { EntryId } from '../domain/brands.ts';
import type { FieldsOf } from '../domain/kinds/index.ts';
import { PROJECTION_VERSION } from '../domain/projection/rows.ts';
import { append, step } from '../casework/append.ts';
import type { WritingSession } from '../casework/session.ts';
import type { CaseKey } from '../store/case-key.ts';
import { beginCaseFile } from '../store/create-case.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';
import { admittedRows, insertAdmitted } from '../store/queries/admitted.ts';
import { type EntryRow, entriesAfter, entryByHash } from '../store/queries/entry.ts';
import { evidenceKeyOf, insertEvidenceKey } from '../store/queries/evidence-key.ts';
import { blobOf, insertBlob, seriesOfCopies } from '../store/queries/exhibit.ts';
import { localValue, setLocal } from '../store/queries/local.ts';
import { branchRows, insertStanding, presentRows } from '../store/queries/standing.ts';
import { insertWithheld, withheldRows } from '../store/queries/withheld.ts';
import { copyEntry, takesSlot } from './copy-entry.ts';
import type { EvidenceOfCopy } from './own-copy.ts';
import { NOTHING_LEFT_OUT, type Redaction, WITHOUT_PERSONAL } from './redaction.ts';

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
  /** Called when all rows are written: what lies beside the file is put beside its temporary place. */
  beside(target: ReadableDb): Promise<void>;
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

/** Entries copied in one slice. */
const SLICE = 100;

/**
 * Makes a copy for somebody else under its own passphrase. First the original says so, in an entry that the copy
 * carries as its last; then the rows up to that entry are copied, and the views are made anew from them. Drafts,
 * local facts and quarantined entries stay behind.
 * It gets its name when it was verified.
 * @throws CaseError as `beginCaseFile`, `cancelled`, `withheld-meanwhile`, and what verifying throws; `wrong-use` for
 * bytes without personal data
 */
export async function copyCase(session: WritingSession, wish: CopyWish, pace: CopyPace): Promise<CopyDone> {
  const source = session.db;
  const without = wish.redact === 'personal';
  if (without && wish.evidence !== 'none') throw new CaseError('wrong-use', BYTES_ARE_WHOLE);
  const redaction = without ? WITHOUT_PERSONAL : NOTHING_LEFT_OUT;
  const target = beginCaseFile(wish.path, wish.key, wish.temporary);
  try {
    const own = localValue(source, 'series') ?? '';
    const series = nextSeries(own, seriesOfCopies(source).filter((made) => isOwn(made, own)).length);
    const copy = step(session, () =>
      append(session, 'copy', {
        series,
        evidence: wish.evidence,
        redact: wish.redact,
        ...(wish.to === undefined ? {} : { to: wish.to }),
        ...(wish.readOnly ? { read_only: true } : {}),
      }),
    );
    // Of this very moment: notes that follow take places that the copy does not know of.
    const stands = { present: presentRows(source), branches: branchRows(source) };
    const last = entryByHash(source, fromHex(copy.id))?.seq ?? 0;
    const withheld = withheldRows(source);
    target.db.transaction(() => {
      setLocal(target.db, 'series', series);
      setLocal(target.db, 'projection-version', String(PROJECTION_VERSION));
      if (wish.readOnly) setLocal(target.db, 'read-only', 'yes');
      for (const row of withheld) insertWithheld(target.db, row);
      // Before the entries whose numbers come twice.
      for (const row of admittedRows(source)) insertAdmitted(target.db, row);
    });
    const copied = copying(source, target.db, wish.evidence, redaction, stands.present);
    let after = 0;
    let entries = 0;
    for (;;) {
      const rows = entriesAfter(source, after, SLICE).filter((row) => row.seq <= last);
      const final = rows.at(-1);
      if (final === undefined) break;
      target.db.transaction(() => {
        for (const row of rows) copied.take(row);
      });
      after = final.seq;
      entries += rows.length;
      await pace.pause(entries, last);
    }
    // The text may have been copied, or may lack without the entry that says why.
    if (withheldRows(source).length !== withheld.length) {
      throw new CaseError('withheld-meanwhile', { what: `the copy ${wish.path}` });
    }
    target.db.transaction(() => insertStanding(target.db, { ...stands, present: copied.present() }));
    await pace.beside(target.db);
    target.settle();
    await pace.verify({ entries, head: copy.id });
    pace.beforeName();
    target.name();
    return { copy, entries, series };
  } catch (error) {
    target.abandon();
    throw error;
  }
}

const BYTES_ARE_WHOLE = {
  reason:
    'The bytes of exhibits hold what they hold: nothing personal can be left out of them. A copy without personal data takes none along.',
  cli: 'Give `--evidence none`, or leave it away.',
};

type Present = ReturnType<typeof presentRows>;

/** Takes entries over one by one, and knows which of them still stand where they stood. */
function copying(
  source: ReadableDb,
  target: WritableDb,
  which: EvidenceOfCopy,
  redaction: Redaction,
  present: Present,
) {
  const standing = Map.groupBy(present, ({ number }) => number);
  const still: Present = [];
  return {
    take(row: EntryRow): void {
      const { entry, number } = copyEntry(source, target, row, redaction);
      still.push(...(standing.get(number) ?? []).filter(({ slot }) => takesSlot(entry, slot)));
      if (which === 'none' || entry.header.kind !== 'evidence') return;
      const blob = blobOf(source, row.hash);
      if (blob !== undefined) insertBlob(target, row.hash, blob);
      if (which !== 'all') return;
      const key = evidenceKeyOf(source, row.hash);
      if (key !== undefined) insertEvidenceKey(target, row.hash, key);
    },
    present: (): Present => still,
  };
}

/** Whether a series was given by a file of series `own` itself, not by one of its copies or its original. */
export function isOwn(made: string, own: string): boolean {
  return made.startsWith(own) && /^Z*[A-Y]$/.test(made.slice(own.length));
}

/** Records the finished copy's file in the original; the copy cannot carry its own hash. */
export function recordCopyMade(
  session: WritingSession,
  copy: Entry,
  made: Omit<FieldsOf<'copy-made'>, 'copy'>,
): Entry {
  return step(session, () => append(session, 'copy-made', { copy: copy.id, ...made }));
}
