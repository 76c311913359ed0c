import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { caseKey as derive } from '../../src-main/store/case-key.ts';

export * from '../../src-main/store/case-key.ts';

/** Names the folder that keeps what was derived in this run (`bundle-once.ts`). */
export const DERIVED = 'HOLDFAST_TEST_DERIVED';

const LENGTHS = { encryption: 32, salt: 16, mac: 32 };

/**
 * Stands in the bundles of a run for `store/case-key.ts`: where the variable is set, a key is derived once for each
 * passphrase and salt, whichever process asks. The same key, without thousands of times 256,000 rounds.
 */
export const caseKey: typeof derive = async (passphrase, salt) => {
  const folder = process.env[DERIVED];
  if (folder === undefined) return derive(passphrase, salt);
  const fileOf = (of: Uint8Array): string =>
    join(folder, createHash('sha256').update(of).update(passphrase).digest('hex'));
  const kept = salt === undefined ? undefined : read(fileOf(salt));
  if (kept !== undefined) return kept;
  const key = await derive(passphrase, salt);
  mkdirSync(folder, { recursive: true });
  const file = fileOf(key.salt);
  // Whole or not at all: another process may read it, and this one be killed.
  writeFileSync(`${file}.${process.pid}`, Buffer.concat([key.encryption, key.salt, key.mac]));
  renameSync(`${file}.${process.pid}`, file);
  return key;
};

function read(file: string): Awaited<ReturnType<typeof derive>> | undefined {
  try {
    const bytes = readFileSync(file);
    const { encryption, salt } = LENGTHS;
    return {
      encryption: bytes.subarray(0, encryption),
      salt: bytes.subarray(encryption, encryption + salt),
      mac: bytes.subarray(encryption + salt),
    };
  } catch {
    return undefined;
  }
}
