import { createHash } from 'node:crypto';
import { unpack } from '../../evidence/pack.ts';
import { serve } from '../worker-serve.ts';

export interface UnpackRequest {
  readonly codec: string;
  readonly bytes: Uint8Array;
  /** Bytes that there must be. */
  readonly size: number;
  /** Return the bytes too. */
  readonly keep: boolean;
}

export interface Unpacked {
  readonly sha256: string;
  readonly size: number;
  readonly bytes: Uint8Array | null;
}

serve<UnpackRequest, Unpacked>(({ codec, bytes, size, keep }) => {
  const original = unpack(codec, bytes, size);
  return {
    sha256: createHash('sha256').update(original).digest('hex'),
    size: original.length,
    bytes: keep ? original : null,
  };
});
