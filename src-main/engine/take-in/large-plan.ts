import type { ReferenceReason } from '../../contract/evidence.ts';
import { type Codec, PIECE } from '../../evidence/pack.ts';
import type { ResumePlace } from './resume-place.ts';

/** What is to be done with one large file. */
export interface LargePlan {
  /** Names the very same work (`sourceName`). */
  readonly source: string;
  /** Bytes. */
  readonly size: number;
  /** Why it is not stored; null where it is. */
  readonly reason: ReferenceReason | null;
  readonly codec: Codec;
  /** After how many bytes the place is written down; null where the work is too short for that. */
  readonly markEvery: number | null;
  /** Where an interrupted job stood. */
  readonly resumed: ResumePlace | null;
}

/** Work that takes less than this is begun anew after a kill, in seconds. */
const WORTH = 20;

/** Bytes a second that hashing and storing reach where the volume is quick, and hashing that can be gone on with. */
const RATES = { hash: 1e9, store: 2.5e8, portable: 1.5e8 } as const;

/** How much longer work may take so that it can be gone on with. What takes longer than that is sooner begun anew. */
const PATIENCE = 2;

/**
 * After how many bytes the place is written down; null where the work is short, or would take too long for it. The state
 * of the processor's own SHA-256 cannot be taken out, and a hash of which it can is several times slower: so that one is
 * used only where storing or the volume is about as slow.
 * @param rate bytes a second that the volume gives
 */
export function markEvery(size: number, rate: number, storing: boolean): number | null {
  const reached = Math.min(rate, RATES[storing ? 'store' : 'hash']);
  if (size / reached < WORTH || reached > PATIENCE * RATES.portable) return null;
  return PIECE * Math.min(64, Math.max(1, Math.floor(size / 64 / PIECE)));
}
