import type { CaseKey } from '../../store/case-key.ts';
import { type PageReport, checkPagesOf } from '../../store/check-pages.ts';
import { serve } from '../worker-serve.ts';

export interface PagesRequest {
  /** A file descriptor of this process: see `checkPagesOf` for why not a path. */
  readonly file: number;
  readonly encryption: Uint8Array;
  readonly mac: Uint8Array;
  readonly salt: Uint8Array;
}

serve<PagesRequest, PageReport>(({ file, encryption, mac, salt }) => {
  const key: CaseKey = {
    encryption: Buffer.from(encryption),
    mac: Buffer.from(mac),
    salt: Buffer.from(salt),
  };
  return checkPagesOf(file, key);
});
