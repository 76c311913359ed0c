import { digester } from '../../evidence/digester.ts';
import type { OtherHash } from '../../evidence/hash-source.ts';
import { type Ring, takePieces } from '../../evidence/ring.ts';
import { serve } from '../worker-serve.ts';

/** One hash of the pieces of a ring, in a thread of its own: MD5 is slower than all the rest together. */
export interface DigestRequest {
  readonly ring: Ring;
  readonly taker: number;
  readonly name: OtherHash;
}

serve<DigestRequest, string>(({ ring, taker, name }) => {
  const hash = digester(name);
  for (const { bytes } of takePieces(ring, taker)) hash.update(bytes);
  return hash.digest();
});
