import { type Kept, type ReadBack, readBack } from '../../evidence/read-back.ts';
import { heed } from '../job-flag.ts';
import { serve } from '../worker-serve.ts';

export interface UnpackRequest {
  readonly kept: Kept;
  /** Bytes that there must be. */
  readonly size: number;
  /** File to write them into: made by this, and removed by it where it fails. */
  readonly into: string | null;
  /** Name in the progress. */
  readonly item: string;
  readonly cancelFlag: Int32Array;
}

/** Progress is told after this many bytes. */
const TELL_EVERY = 16 * 1024 * 1024;

serve<UnpackRequest, ReadBack>(async ({ kept, size, into, item, cancelFlag }, tell) => {
  let told = 0;
  return readBack(kept, size, into, {
    check: () => heed(cancelFlag),
    progress(done) {
      if (done - told < TELL_EVERY) return;
      told = done;
      tell({ done, total: size, item });
    },
  });
});
