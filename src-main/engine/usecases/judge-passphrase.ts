import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { ENOUGH_BITS } from '../../domain/passphrase.ts';
import type { Engine } from '../state.ts';
import { startWorker } from '../worker.ts';

/** How hard a passphrase is to guess. In a thread of its own: the word lists of the estimator are large. */
export async function judgePassphrase(
  { host }: Engine,
  { passphrase }: RequestOf<'passphrase.judge'>,
): Promise<ResponseOf<'passphrase.judge'>> {
  const worker = startWorker(host, 'judge-passphrase');
  try {
    const bits = Math.floor(await worker.ask<string, number>(passphrase));
    return { bits, enough: bits >= ENOUGH_BITS };
  } finally {
    worker.end();
  }
}
