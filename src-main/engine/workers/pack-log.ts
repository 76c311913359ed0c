import { type Hash, createHash } from 'node:crypto';
import { type PackedBlock, type RawBlock, packBlock } from '../../logs/index/pack-block.ts';
import { serve } from '../worker-serve.ts';

/** What the thread that reads a log gives to the one beside it. */
export type PackLogRequest =
  | { readonly kind: 'pack'; readonly block: RawBlock }
  /** The next bytes of the file, as they lie. */
  | { readonly kind: 'hash'; readonly bytes: Uint8Array }
  /** There are no more: answers their SHA-256, hex. */
  | { readonly kind: 'digest' };

let hash: Hash = createHash('sha256');

serve<PackLogRequest, PackedBlock | string | null>((request) => {
  switch (request.kind) {
    case 'pack':
      return packBlock(request.block);
    case 'hash':
      hash.update(request.bytes);
      return null;
    case 'digest': {
      const digest = hash.digest('hex');
      hash = createHash('sha256');
      return digest;
    }
  }
});
