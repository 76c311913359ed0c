import { statSync } from 'node:fs';
import { fromHex } from '../domain/bytes.ts';
import { type Entry, objectField } from '../domain/entry.ts';
import { entryWithId } from '../casework/read-entry.ts';
import type { ReadableDb } from '../store/db.ts';
import { blobOf, hasBlob } from '../store/queries/exhibit.ts';
import { evidenceKeyOf } from '../store/queries/evidence-key.ts';
import type { Kept } from './read-back.ts';
import { sealedPath, sealedSize } from './sealed/evidence-folder.ts';

/** What the record says of the sealed file of an exhibit; null where its bytes are in the case file, or nowhere. */
export interface SealedRecord {
  readonly file: string;
  /** Packed bytes. */
  readonly size: number;
  /** Of the sealed file, hex. */
  readonly sha256: string;
}

export function sealedRecord(entry: Entry): SealedRecord | null {
  const stored = objectField(entry, 'stored');
  const [file, size, sha256] = [stored?.['file'], stored?.['size'], stored?.['sha256']];
  return typeof file === 'string' && typeof size === 'number' && typeof sha256 === 'string'
    ? { file, size, sha256 }
    : null;
}

/**
 * The stored bytes of an exhibit, wherever they lie.
 * @param evidence id of the entry that registered it
 * @returns null where they are not here: not in this file, or its sealed file or the key to it is gone
 */
export function keptBytes(db: ReadableDb, evidence: string): Kept | null {
  const blob = blobOf(db, fromHex(evidence));
  if (blob !== undefined) return { kind: 'blob', ...blob };
  const place = sealedPlace(db, evidence);
  if (place === null || place.found === null) return null;
  const { codec, identity, path } = place;
  return { kind: 'sealed', codec, path, identity };
}

/** Whether the stored bytes are here, without reading them. A sealed file must have its length. */
export function bytesAreHere(db: ReadableDb, evidence: string): boolean {
  if (hasBlob(db, fromHex(evidence))) return true;
  const place = sealedPlace(db, evidence);
  return place !== null && place.found === place.expected;
}

export interface SealedPlace {
  readonly path: string;
  readonly codec: string;
  readonly identity: string;
  readonly record: SealedRecord;
  /** Bytes that the file must have, and has; null where it is not there. */
  readonly expected: number;
  readonly found: number | null;
}

/** The sealed file of an exhibit that has one and whose key is in this file. */
export function sealedPlace(db: ReadableDb, evidence: string): SealedPlace | null {
  const key = evidenceKeyOf(db, fromHex(evidence));
  const record = key === undefined ? null : sealedRecord(entryWithId(db, evidence));
  // The signed entry names the file; the row beside it must not lead anywhere else.
  if (key === undefined || record === null || key.file !== record.file) return null;
  const path = sealedPath(db.path, record.file);
  if (path === null) return null;
  const found = statSync(path, { throwIfNoEntry: false })?.size ?? null;
  const { codec, identity } = key;
  return { path, codec, identity, record, expected: sealedSize(record.size), found };
}
