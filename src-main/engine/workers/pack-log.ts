import { type Hash, createHash } from 'node:crypto';
import { type PackedBlock, type RawBlock, packBlock } from '../../logs/index/pack-block.ts';
import { type PackedNumbers, type RawNumbers, packNumbers } from '../../logs/index/packed-numbers.ts';
import { serve } from '../worker-serve.ts';

/** What the thread that reads a log gives to the one beside it. */
export type PackLogRequest =
  | { readonly kind: 'block'; readonly block: RawBlock }
  | { readonly kind: 'column'; readonly column: RawNumbers }
  /** The next bytes of the file, as they lie. */
  | { readonly kind: 'hash'; readonly bytes: Uint8Array }
  /** There are no more: answers their SHA-256, hex. */
  | { readonly kind: 'digest' };

let hash: Hash = createHash('sha256');

serve<PackLogRequest, PackedBlock | PackedNumbers | string | null>((request) => {
  switch (request.kind) {
    case 'block':
      return packBlock(request.block);
    case 'column':
      return packNumbers(request.column);
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
