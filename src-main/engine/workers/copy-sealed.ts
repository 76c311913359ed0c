import { copySealed } from '../../evidence/copy-sealed.ts';
import { heed } from '../job-flag.ts';
import { serve } from '../worker-serve.ts';

export interface CopySealedRequest {
  readonly from: string;
  readonly to: string;
  /** Name in the progress. */
  readonly item: string;
  /** Bytes. */
  readonly size: number;
  readonly cancelFlag: Int32Array;
}

/** Progress is told after this many bytes. */
const TELL_EVERY = 16 * 1024 * 1024;

serve<CopySealedRequest, null>(({ from, to, item, size, cancelFlag }, tell) => {
  let done = 0;
  let told = 0;
  copySealed(from, to, {
    check: () => heed(cancelFlag),
    progress(bytes) {
      done += bytes;
      if (done - told < TELL_EVERY) return;
      told = done;
      tell({ done, total: size, item });
    },
  });
  return null;
});
