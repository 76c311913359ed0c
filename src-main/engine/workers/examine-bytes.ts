import { type BytesToKeep, examineBytes } from '../../evidence/examine-bytes.ts';
import type { Examined } from '../../evidence/examine.ts';
import { serve } from '../worker-serve.ts';

serve<BytesToKeep, Examined>(async ({ bytes, ...where }) =>
  examineBytes({ ...where, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) }),
);
