import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { hex } from '../../domain/bytes.ts';
import type { OtherHash } from '../../evidence/hash-source.ts';
import type { Looked } from '../../evidence/look-at.ts';
import { type Codec, PIECE } from '../../evidence/pack.ts';
import { evidenceFolder } from '../../evidence/sealed/evidence-folder.ts';
import type { SealPlace } from '../../evidence/sealed/seal-pieces.ts';
import type { ReadPlace } from '../../evidence/stream-source.ts';
import type { ReadableDb } from '../../store/db.ts';
import { checkpointOf } from '../../store/queries/checkpoint.ts';

/** Where taking in one large file stands; goes through JSON, bytes in base64. */
export interface ResumePlace {
  readonly read: ReadPlace;
  /** The file's name and half file in the evidence folder, where its bytes are stored. */
  readonly store: { readonly name: string; readonly codec: Codec; readonly seal: SealPlace } | null;
}

/** Names the very same work: this file as it is now, and what is done with it. */
export const sourceName = (
  path: Uint8Array,
  { identity }: Looked,
  mode: string | undefined,
  also: readonly OtherHash[],
): string => JSON.stringify([hex(path), identity, mode ?? 'default', also.toSorted()]);

/** Work that takes less than this is begun anew after a kill, in seconds. */
const WORTH = 20;

/** Bytes a second that hashing and storing reach where the volume is quick. */
const RATES = { hash: 1e9, store: 4e8 } as const;

/**
 * After how many bytes the place is written down; null where the work is short. A hash that can be gone on with is
 * slower than the processor's own, so it is used only where the volume is slower still or the file is very large.
 * @param rate bytes a second that the volume gives
 */
export function markEvery(size: number, rate: number, storing: boolean): number | null {
  const seconds = size / Math.min(rate, RATES[storing ? 'store' : 'hash']);
  if (seconds < WORTH) return null;
  return PIECE * Math.min(64, Math.max(1, Math.floor(size / 64 / PIECE)));
}

export function placeText(place: ResumePlace): string {
  return JSON.stringify(place, (_, value: unknown) =>
    value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value,
  );
}

/** The place that was written down, where what it needs is still there. */
export function resumePlace(db: ReadableDb, source: string): ResumePlace | null {
  const row = checkpointOf(db, source);
  if (row === undefined) return null;
  const place = JSON.parse(row.place, (_, value: unknown) => bytesIn(value) ?? value) as ResumePlace;
  if (place.store === null) return place;
  const part = join(evidenceFolder(db.path), row.part ?? '');
  return row.part !== null && existsSync(part) && statSync(part).size >= place.store.seal.written
    ? place
    : null;
}

function bytesIn(value: unknown): Uint8Array | null {
  if (typeof value !== 'object' || value === null || !('base64' in value)) return null;
  return typeof value.base64 === 'string' ? Uint8Array.from(Buffer.from(value.base64, 'base64')) : null;
}
