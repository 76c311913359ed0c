import { vi } from 'vitest';
import type { CaseKey } from '../../src-main/store/case-key.ts';

const known = new Map<string, Promise<CaseKey>>();

/**
 * In the process of the tests a key is derived once for each passphrase and salt: the same key, without hundreds of
 * repetitions of 256,000 rounds. Programs that a test starts: kept-derivation.ts.
 */
vi.mock(import('../../src-main/store/case-key.ts'), async (original) => {
  const real = await original();
  return {
    ...real,
    async caseKey(passphrase, salt) {
      if (salt === undefined) return real.caseKey(passphrase);
      const name = [passphrase, salt].map((bytes) => Buffer.from(bytes).toString('hex')).join(' ');
      const key = known.get(name) ?? real.caseKey(passphrase, salt);
      known.set(name, key);
      return key;
    },
  };
});
