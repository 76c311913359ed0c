import { type KeyBytes, keyFrom } from '../../store/case-key.ts';
import { rekeyPages } from '../../store/rekey-pages.ts';
import { heed } from '../job-flag.ts';
import { serve } from '../worker-serve.ts';

export interface RekeyRequest {
  /** A file descriptor of this process: see `checkPagesOf` for why not a path. */
  readonly file: number;
  readonly from: KeyBytes;
  readonly out: string;
  readonly to: KeyBytes;
  readonly cancelFlag: Int32Array;
}

serve<RekeyRequest, number>(({ file, from, out, to, cancelFlag }) =>
  rekeyPages(file, keyFrom(from), out, keyFrom(to), () => heed(cancelFlag)),
);
