import type { WritingSession } from '../../casework/session.ts';
import type { BytesToKeep } from '../../evidence/examine-bytes.ts';
import type { Examined } from '../../evidence/examine.ts';
import { newSealedName } from '../../evidence/sealed/evidence-folder.ts';
import type { EngineHost } from '../host.ts';
import { startWorker } from '../worker.ts';
import { halfFile } from './half-file.ts';
import { Places } from './places.ts';
import { type TakenIn, taken } from './taken-in.ts';

/**
 * Takes in bytes that came from no file: into the case file, or sealed beside it where they are many. They are never
 * written down as they are.
 * @throws CaseError `disk-full`, `io-error` … naming the half file; then nothing is left of it
 */
export async function takePasted(
  host: EngineHost,
  session: WritingSession,
  bytes: Uint8Array,
): Promise<TakenIn> {
  const { path: casePath } = session.db;
  const name = newSealedName();
  const plan = {
    source: `pasted ${name}`,
    size: bytes.length,
    reason: null,
    codec: 'raw',
    markEvery: null,
    resumed: null,
  } as const;
  // The bytes are gone when this process ends: nothing waits for a later job.
  const half = halfFile(session.db, name, new Places(session, plan, name), () => false);
  const worker = startWorker(host, 'examine-bytes');
  try {
    const examined = await worker.ask<BytesToKeep, Examined>({ bytes, casePath, name });
    return { ...taken(examined, null), ...(examined.sealed === null ? {} : half.ends) };
  } catch (error) {
    half.clear();
    throw error;
  } finally {
    worker.end();
  }
}
