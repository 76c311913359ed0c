import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Sha256Hex } from '../domain/brands.ts';
import { LIMITS } from '../domain/limits.ts';
import type { Examined, SealedFile } from './examine.ts';
import { type Codec, pack } from './pack.ts';
import { evidenceFolder, makeEvidenceFolder, partOf } from './sealed/evidence-folder.ts';
import { sealPacked } from './sealed/seal-pieces.ts';

/** Bytes that came from no file, such as a picture from the clipboard, and where they go when they are many. */
export interface BytesToKeep {
  readonly bytes: Uint8Array;
  readonly casePath: string;
  /** The name in the evidence folder; what is written there is a half file. */
  readonly name: string;
}

/**
 * Hashes and packs bytes; seals them in the evidence folder where they are too many for the case file.
 * @throws CaseError `disk-full`, `io-error` … naming the half file
 */
export async function examineBytes({ bytes, casePath, name }: BytesToKeep): Promise<Examined> {
  const packed = pack(bytes);
  const small = packed.bytes.length <= LIMITS.storedInCase;
  return {
    kind: 'file',
    hashes: { sha256: createHash('sha256').update(bytes).digest('hex') as Sha256Hex },
    size: bytes.length,
    modified: null,
    changed: null,
    packed: small ? packed : null,
    sealed: small ? null : await sealed(packed, casePath, name),
    files: null,
    manifest: null,
    leftOut: [],
  };
}

async function sealed(
  packed: { readonly codec: Codec; readonly bytes: Uint8Array },
  casePath: string,
  name: string,
): Promise<SealedFile> {
  makeEvidenceFolder(casePath);
  const {
    codec,
    packed: size,
    sha256,
    identity,
  } = await sealPacked(join(evidenceFolder(casePath), partOf(name)), packed);
  return { codec, size, file: name, sha256: sha256 as Sha256Hex, identity };
}
