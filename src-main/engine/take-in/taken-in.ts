import type { ReferenceReason } from '../../contract/evidence.ts';
import type { Examined } from '../../evidence/examine.ts';

/** A path that was read, and hashed, and stored where that was asked for; nothing is in the record yet. */
export interface TakenIn {
  readonly examined: Examined;
  /** Why its bytes are not stored; null where they are. */
  readonly byReference: ReferenceReason | null;
  /** Bytes that an earlier job had done already. */
  readonly resumedFrom: number;
  /** What was stored gets its name: right before the exhibit enters the record. @throws CaseError `io-error` … */
  giveName(): void;
  /** The exhibit is in the record: nothing is left to go on with. Never throws. */
  recorded(): void;
  /** It could not be recorded: what was stored for it goes. */
  discard(): void;
}

/** What was taken in without leaving anything beside the case. */
export const taken = (examined: Examined, byReference: ReferenceReason | null, resumedFrom = 0): TakenIn => ({
  examined,
  byReference,
  resumedFrom,
  giveName: () => {},
  recorded: () => {},
  discard: () => {},
});
