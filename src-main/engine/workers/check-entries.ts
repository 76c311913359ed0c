import { sha256, signatureChecker } from '../../casework/node-crypto.ts';
import { type BatchResult, type RawEntry, checkBatch } from '../record/check-batch.ts';
import { serve } from '../worker-serve.ts';

const checkSignature = signatureChecker();

serve<readonly RawEntry[], BatchResult>((batch) => checkBatch(batch, sha256, checkSignature));
