import { type Hash, createHash } from 'node:crypto';
import { type PackedBlock, type RawBlock, packBlock } from '../../logs/index/pack-block.ts';
import type { PackedAway } from '../../logs/index/packed-away.ts';
import { type PackedNumbers, type RawNumbers, packNumbers } from '../../logs/index/packed-numbers.ts';
import { serve } from '../worker-serve.ts';

/** What the thread that reads a log gives to the one beside it. */
export type PackLogRequest =
  | { readonly kind: 'block'; readonly block: RawBlock }
  | { readonly kind: 'column'; readonly column: RawNumbers }
  /** The next bytes of the file, as they lie. */
  | { readonly kind: 'hash'; readonly bytes: Uint8Array<ArrayBuffer> }
  /** There are no more: answers their SHA-256, hex. */
  | { readonly kind: 'digest' };

let hash: Hash = createHash('sha256');

/** Of a piece that was hashed its memory, which is free again. */
type PackLogAnswer = PackedAway<PackedBlock | PackedNumbers> | ArrayBuffer | string;

serve<PackLogRequest, PackLogAnswer>((request) => {
  switch (request.kind) {
    case 'block':
      return packBlock(request.block);
    case 'column':
      return packNumbers(request.column);
    case 'hash':
      hash.update(request.bytes);
      return request.bytes.buffer;
    case 'digest': {
      const digest = hash.digest('hex');
      hash = createHash('sha256');
      return digest;
    }
  }
}, memoryOf);

/** What came with a question goes back: thrown away, it would lie here until the collector comes. */
function memoryOf(answer: PackLogAnswer): ArrayBuffer[] {
  if (typeof answer === 'string') return [];
  return [answer instanceof ArrayBuffer ? answer : answer.spent];
}
