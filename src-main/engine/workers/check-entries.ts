import { sha256, signatureChecker } from '../../casework/node-crypto.ts';
import { checkBatch } from '../../domain/record/check-batch.ts';
import { type CheckedText, asText } from '../record/checked-text.ts';
import { type PackedBatch, unpack } from '../record/unpack.ts';
import { serve } from '../worker-serve.ts';

export interface CheckEntriesRequest {
  readonly batch: PackedBatch;
  /** False for entries whose signatures were checked when they came into the file. */
  readonly signatures: boolean;
}

const checker = signatureChecker();

serve<CheckEntriesRequest, CheckedText>(async ({ batch, signatures }) =>
  asText(checkBatch(unpack(batch), sha256, signatures ? await checker : () => true)),
);
