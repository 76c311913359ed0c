import type { AuthorKey, CaseId, WriterId } from '../domain/brands.ts';
import type { Sign } from '../domain/digest.ts';
import type { WritableDb } from '../store/db.ts';
import type { Clock } from './clock.ts';

/** Who signs: a key of this device's profile with the name it is introduced by. */
export interface Signer {
  readonly key: AuthorKey;
  readonly name: string;
  readonly role: string;
  readonly device: string;
  readonly sign: Sign;
}

/** What the record says it was written with (FORMAT.md §8, field `opened`). */
export interface Surroundings {
  readonly version: string;
  /** SHA-256 of the running program, hex, where it is known. */
  readonly programHash: string | undefined;
  readonly os: string;
  /** Kind of the volume: `local`, `network`, `removable`, `fat` or `unknown`. */
  readonly volume: string;
}

/** One opening of a case for writing: one writer, from its first entry to its last. */
export interface WritingSession {
  readonly db: WritableDb;
  readonly caseId: CaseId;
  /** A rename puts the same key with its new name here. */
  signer: Signer;
  readonly writer: WriterId;
  readonly clock: Clock;
  readonly surroundings: Surroundings;
  /** Head that this profile knew when the file was opened, for the record. */
  readonly lastHead: string | undefined;
  /** Entries of this writer so far. */
  n: number;
  /** Readings of the writer's last entry, to notice a clock that moved. */
  last: { readonly recorded: number; readonly monotonic: number } | null;
}
