import { PROJECTION_VERSION } from '../domain/projection/rows.ts';
import type { RawEntry } from '../domain/record/check-batch.ts';
import type { CaseKey } from '../store/case-key.ts';
import { beginCaseFile } from '../store/create-case.ts';
import { type AdmittedRow, insertAdmitted } from '../store/queries/admitted.ts';
import { replaceTips } from '../store/queries/entry.ts';
import { type EvidenceKeyRow, insertEvidenceKey } from '../store/queries/evidence-key.ts';
import { type BlobRow, insertBlob } from '../store/queries/exhibit.ts';
import { setLocal } from '../store/queries/local.ts';
import { type BranchRow, insertStanding } from '../store/queries/standing.ts';
import { type WithheldRow, insertWithheld } from '../store/queries/withheld.ts';
import { copyEntry, slotsOf } from './copy-entry.ts';
import { RecordEnds } from './record-ends.ts';
import { NOTHING_LEFT_OUT, WITHOUT_PERSONAL } from './redaction.ts';

/** Where a copy is made, and without what. Plain data, like all that follows: it crosses threads. */
export interface CopyPlace {
  /** The file that is copied, for what is said of it. */
  readonly source: string;
  readonly path: string;
  /** Where it lies until it has its name (`temporaryName`). */
  readonly temporary: string;
  readonly redact: 'none' | 'personal';
  /** Nobody is to write in it. */
  readonly readOnly: boolean;
}

/** What stands beside the entries that are copied. */
export interface CopyStart {
  /** Letters of the exhibit numbers that are given there. */
  readonly series: string;
  readonly withheld: readonly WithheldRow[];
  readonly admitted: readonly AdmittedRow[];
  /** Who stands in a slot, and where the record branches, up to the last entry that is copied. */
  readonly present: readonly { readonly slot: string; readonly number: number }[];
  readonly branches: readonly BranchRow[];
}

/** A copy under way. It is settled and named, or abandoned. */
export interface CopiedFile {
  /** Comes before the entries. */
  start(given: CopyStart): void;
  /** Entries in the order of the file. @throws CaseError `file-damaged`, and what the disk refuses */
  take(raws: readonly RawEntry[]): void;
  /** Bytes of an exhibit whose entry is there. */
  takeBlob(entry: Uint8Array, blob: BlobRow): void;
  /** Key of a sealed file of an exhibit whose entry is there. */
  takeKey(entry: Uint8Array, key: EvidenceKeyRow): void;
  /** Makes it durable under its temporary name, and closes it. */
  settle(): void;
  name(): void;
  abandon(): void;
}

/**
 * Begins a copy under its own key. Its views are made anew from the entries that it is given; drafts, local facts and
 * quarantined entries never come here.
 * @throws CaseError as `beginCaseFile`
 */
export function beginCopy(
  { source, path, temporary, redact, readOnly }: CopyPlace,
  key: CaseKey,
): CopiedFile {
  const target = beginCaseFile(path, key, temporary);
  const { db } = target;
  const redaction = redact === 'personal' ? WITHOUT_PERSONAL : NOTHING_LEFT_OUT;
  let standing: ReadonlyMap<number, CopyStart['present']> = new Map();
  let branches: CopyStart['branches'] = [];
  const present: CopyStart['present'][number][] = [];
  const ends = new RecordEnds();
  return {
    start(given) {
      standing = Map.groupBy(given.present, ({ number }) => number);
      ({ branches } = given);
      setLocal(db, 'series', given.series);
      setLocal(db, 'projection-version', String(PROJECTION_VERSION));
      if (readOnly) setLocal(db, 'read-only', 'yes');
      for (const row of given.withheld) insertWithheld(db, row);
      // Before the entries whose numbers come twice.
      for (const row of given.admitted) insertAdmitted(db, row);
    },
    take(raws) {
      for (const raw of raws) {
        const { entry, number } = copyEntry({ path: source }, db, raw, redaction);
        ends.take(entry);
        const slots = standing.get(number);
        if (slots === undefined) continue;
        const taken = slotsOf(entry);
        present.push(...slots.filter(({ slot }) => taken.includes(slot)));
      }
    },
    takeBlob: (entry, blob) => insertBlob(db, entry, blob),
    takeKey: (entry, row) => insertEvidenceKey(db, entry, row),
    settle() {
      replaceTips(db, ends.hashes());
      insertStanding(db, { present, branches });
      target.settle();
    },
    name: () => target.name(),
    abandon: () => target.abandon(),
  };
}
