import { createHash } from 'node:crypto';
import type { Sha256Hex } from '../domain/brands.ts';
import { LIMITS } from '../domain/limits.ts';
import type { Examined } from './examine.ts';
import { pack } from './pack.ts';

/** What there is to know of bytes that came from no file, such as a picture from the clipboard. */
export function examineBytes(bytes: Buffer): Examined {
  const packed = pack(bytes);
  return {
    kind: 'file',
    hashes: { sha256: createHash('sha256').update(bytes).digest('hex') as Sha256Hex },
    size: bytes.length,
    modified: null,
    changed: null,
    packed: packed.bytes.length <= LIMITS.storedInCase ? packed : null,
    sealed: null,
    files: null,
    manifest: null,
    leftOut: [],
  };
}
