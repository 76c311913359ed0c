import type { CaseKey } from '../../store/case-key.ts';
import { rekeyPages } from '../../store/rekey-pages.ts';
import { heed } from '../job-flag.ts';
import { serve } from '../worker-serve.ts';

/** A key as it crosses threads. */
type KeyBytes = Readonly<Record<keyof CaseKey, Uint8Array>>;

export interface RekeyRequest {
  /** A file descriptor of this process: see `checkPagesOf` for why not a path. */
  readonly file: number;
  readonly from: KeyBytes;
  readonly out: string;
  readonly to: KeyBytes;
  readonly cancelFlag: Int32Array;
}

const keyOf = ({ encryption, salt, mac }: KeyBytes): CaseKey => ({
  encryption: Buffer.from(encryption),
  salt: Buffer.from(salt),
  mac: Buffer.from(mac),
});

serve<RekeyRequest, number>(({ file, from, out, to, cancelFlag }) =>
  rekeyPages(file, keyOf(from), out, keyOf(to), () => heed(cancelFlag)),
);
