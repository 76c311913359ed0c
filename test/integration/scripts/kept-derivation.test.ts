import { pbkdf2Sync, randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Bench, PASSPHRASE, bench } from '../../support/cli.ts';
import { DERIVED, caseKey } from '../../support/kept-derivation.ts';

let b: Bench;
const passphrase = Buffer.from('kept');

beforeAll(() => {
  b = bench('kept-derivation');
});
afterAll(() => {
  vi.unstubAllEnvs();
  b.clean();
});

test('a key that is kept is the derived one, of its own passphrase and salt', async () => {
  vi.stubEnv(DERIVED, b.path('derived'));
  const salt = randomBytes(16);
  const made = await caseKey(passphrase, salt);
  expect(readdirSync(b.path('derived'))).toHaveLength(1);
  expect(await caseKey(passphrase, salt)).toEqual(made);
  expect(made.encryption).toEqual(pbkdf2Sync(passphrase, salt, 256_000, 32, 'sha512'));
  // The controls: another salt, another passphrase.
  expect((await caseKey(passphrase, randomBytes(16))).encryption).not.toEqual(made.encryption);
  expect((await caseKey(Buffer.from('other'), salt)).encryption).not.toEqual(made.encryption);
  expect(readdirSync(b.path('derived'))).toHaveLength(3);
});

test('the command line keeps it where it is told to, and derives it else; a wrong passphrase opens nothing', () => {
  const [kept, none] = [b.path('kept'), b.path('none')];
  expect(b.cliWith({ [DERIVED]: kept }, 'new', 'a.holdfast', '--title', 'A').status).toBe(0);
  expect(readdirSync(kept)).toHaveLength(1);
  expect(b.cliWith({ [DERIVED]: kept }, 'info', 'a.holdfast').status).toBe(0);
  expect(readdirSync(kept)).toHaveLength(1);
  const wrong = { [DERIVED]: kept, HOLDFAST_PASSPHRASE: `${PASSPHRASE}!` };
  for (const _ of ['derived', 'kept']) expect(b.cliWith(wrong, 'info', 'a.holdfast').status).toBe(3);
  expect(readdirSync(kept)).toHaveLength(2);
  expect(b.cliWith({ [DERIVED]: none }, 'info', 'a.holdfast').status).toBe(0);
  expect(readdirSync(none)).toHaveLength(1);
});
