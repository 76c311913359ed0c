import { examineBytes } from '../../evidence/examine-bytes.ts';
import type { Examined } from '../../evidence/examine.ts';
import { serve } from '../worker-serve.ts';

serve<Uint8Array, Examined>((bytes) =>
  examineBytes(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
);
