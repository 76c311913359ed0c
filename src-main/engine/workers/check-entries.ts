import { sha256, signatureChecker } from '../../casework/node-crypto.ts';
import { type BatchResult, type RawEntry, checkBatch } from '../record/check-batch.ts';
import { serve } from '../worker-serve.ts';

export interface CheckEntriesRequest {
  readonly batch: readonly RawEntry[];
  /** False for entries whose signatures were checked when they came into the file. */
  readonly signatures: boolean;
}

const checkSignature = signatureChecker();

serve<CheckEntriesRequest, BatchResult>(({ batch, signatures }) =>
  checkBatch(batch, sha256, signatures ? checkSignature : () => true),
);
