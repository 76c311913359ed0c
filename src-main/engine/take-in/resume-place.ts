import { statSync } from 'node:fs';
import { join } from 'node:path';
import { hex } from '../../domain/bytes.ts';
import type { OtherHash } from '../../evidence/hash-source.ts';
import type { Looked } from '../../evidence/look-at.ts';
import { packerVersion } from '../../evidence/pack.ts';
import { evidenceFolder, partOf } from '../../evidence/sealed/evidence-folder.ts';
import type { SealPlace } from '../../evidence/sealed/seal-pieces.ts';
import type { ReadPlace } from '../../evidence/stream-source.ts';
import type { ReadableDb } from '../../store/db.ts';
import { NOWHERE, checkpointOf } from '../../store/queries/checkpoint.ts';
import type { LargePlan } from './large-plan.ts';

/** Where taking in one large file stands; it goes through JSON, with bytes in base64. */
export interface ResumePlace {
  readonly plan: Pick<LargePlan, 'reason' | 'codec' | 'markEvery'>;
  readonly read: ReadPlace;
  /** The file's name in the evidence folder, and how far it is sealed, where its bytes are stored. */
  readonly store: { readonly name: string; readonly seal: SealPlace } | null;
}

/**
 * Names the very same work: this file as it is now, and what is done with it, and by which packer: a chunk that is
 * sealed a second time under the same key and number must hold the same bytes.
 */
export const sourceName = (
  path: Uint8Array,
  { identity }: Looked,
  mode: string | undefined,
  also: readonly OtherHash[],
): string => JSON.stringify([hex(path), identity, mode ?? 'default', also.toSorted(), packerVersion]);

/** Whether a place is one of reading this path, in whatever way. @param source by `sourceName` */
export const readsFrom = (source: string, path: Uint8Array): boolean => source.startsWith(`["${hex(path)}",`);

export function placeText(place: ResumePlace): string {
  return JSON.stringify(place, (_, value: unknown) =>
    value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value,
  );
}

/** The place that was written down, where what it needs is still there. */
export function resumePlace(db: ReadableDb, source: string): ResumePlace | null {
  const row = checkpointOf(db, source);
  if (row === undefined || row.place === NOWHERE) return null;
  const place = JSON.parse(row.place, (_, value: unknown) => bytesIn(value) ?? value) as ResumePlace;
  if (place.store === null) return place;
  const part = join(evidenceFolder(db.path), partOf(place.store.name));
  const size = statSync(part, { throwIfNoEntry: false })?.size ?? 0;
  return size >= place.store.seal.written ? place : null;
}

function bytesIn(value: unknown): Uint8Array | null {
  if (typeof value !== 'object' || value === null || !('base64' in value)) return null;
  return typeof value.base64 === 'string' ? Uint8Array.from(Buffer.from(value.base64, 'base64')) : null;
}
