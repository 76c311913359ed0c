import { join } from 'node:path';
import type { WritingSession } from '../../casework/session.ts';
import type { BytesToKeep } from '../../evidence/examine-bytes.ts';
import type { Examined } from '../../evidence/examine.ts';
import {
  evidenceFolder,
  newSealedName,
  partOf,
  removeIfEmpty,
  removeQuietly,
} from '../../evidence/sealed/evidence-folder.ts';
import type { EngineHost } from '../host.ts';
import { startWorker } from '../worker.ts';
import { mayBeRecorded, nameWhole } from './name-whole.ts';
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
  const folder = evidenceFolder(casePath);
  const name = newSealedName();
  const part = join(folder, partOf(name));
  const plan = {
    source: `pasted ${name}`,
    size: bytes.length,
    reason: null,
    codec: 'raw',
    markEvery: null,
    resumed: null,
  } as const;
  const places = new Places(session, plan, name);
  const clear = (): void => {
    removeQuietly(part);
    removeIfEmpty(folder);
    places.drop();
  };
  const worker = startWorker(host, 'examine-bytes');
  try {
    const examined = await worker.ask<BytesToKeep, Examined>({ bytes, casePath, name });
    if (examined.sealed === null) return taken(examined, null);
    const whole = join(folder, name);
    return {
      ...taken(examined, null),
      giveName() {
        places.announce();
        nameWhole(part, whole);
      },
      recorded: () => places.drop(),
      discard() {
        if (mayBeRecorded(session.db, name)) return;
        removeQuietly(whole);
        clear();
      },
    };
  } catch (error) {
    clear();
    throw error;
  } finally {
    worker.end();
  }
}
