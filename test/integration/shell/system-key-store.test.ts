import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keyIsSealed, systemKeyStore } from '../../../src-main/shell/system-key-store.ts';

type Backend = ReturnType<NonNullable<Parameters<typeof systemKeyStore>[0]>['getSelectedStorageBackend']>;

let folder = '';
const file = (): string => join(folder, 'profile.system');

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'holdfast-key-store-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A key store whose secret is its own; what another one sealed it does not open. */
function safe(backend: Backend, secret = 7) {
  return {
    getSelectedStorageBackend: () => backend,
    encryptString: (text: string) => Buffer.from(Buffer.from(text).map((byte) => byte ^ secret)),
    decryptString: (sealed: Buffer) => {
      const text = Buffer.from(sealed.map((byte) => byte ^ secret)).toString('utf8');
      if (!text.startsWith('my ')) throw new Error('cannot be decrypted');
      return text;
    },
  };
}

test.each(['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6'] as const)(
  '%s keeps the passphrase and gives it back; it lies there in no readable form',
  (backend) => {
    const keys = systemKeyStore(safe(backend), 'linux', folder);
    expect([keys.store(), keys.keptBy(), keys.passphrase()]).toEqual([backend, null, null]);
    keys.keep('my secret');
    expect([keys.keptBy(), keys.passphrase()]).toEqual([backend, 'my secret']);
    expect(readFileSync(file(), 'utf8')).not.toContain('my secret');
    expect(readFileSync(file(), 'utf8')).not.toContain(Buffer.from('my secret').toString('base64'));
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    keys.keep(null);
    expect([keys.keptBy(), keys.passphrase()]).toEqual([null, null]);
  },
);

test.each(['basic_text', 'unknown'] as const)('%s is no key store: nothing is ever kept by it', (backend) => {
  const keys = systemKeyStore(safe(backend), 'linux', folder);
  expect(keys.store()).toBeNull();
  keys.keep('my secret');
  expect([keys.keptBy(), keys.passphrase()]).toEqual([null, null]);
});

test('macOS and Windows have one of their own', () => {
  expect(systemKeyStore(safe('unknown'), 'darwin', folder).store()).toBe('keychain');
  expect(systemKeyStore(safe('unknown'), 'win32', folder).store()).toBe('dpapi');
});

test('another store, an emptied one or a damaged file costs a question and nothing else', () => {
  systemKeyStore(safe('gnome_libsecret'), 'linux', folder).keep('my secret');
  const other = systemKeyStore(safe('kwallet6'), 'linux', folder);
  expect([other.store(), other.keptBy(), other.passphrase()]).toEqual(['kwallet6', 'gnome_libsecret', null]);
  expect(systemKeyStore(safe('basic_text'), 'linux', folder).passphrase()).toBeNull();
  expect(systemKeyStore(safe('gnome_libsecret', 9), 'linux', folder).passphrase()).toBeNull();
  expect(systemKeyStore(safe('gnome_libsecret'), 'linux', folder).passphrase()).toBe('my secret');
  writeFileSync(file(), '{');
  expect(systemKeyStore(safe('gnome_libsecret'), 'linux', folder).passphrase()).toBeNull();
});

test('without a passphrase no key store is asked, on any system', () => {
  expect(keyIsSealed(folder)).toBe(false);
  writeFileSync(join(folder, 'profile.key'), `x'${'ab'.repeat(32)}'\n`);
  expect(keyIsSealed(folder)).toBe(false);
  writeFileSync(join(folder, 'profile.key'), '{"format":"holdfast/profile-key/1"}\n');
  expect(keyIsSealed(folder)).toBe(true);
  for (const platform of ['linux', 'darwin', 'win32'] as const) {
    systemKeyStore(safe('gnome_libsecret'), 'linux', folder).keep('my secret');
    const keys = systemKeyStore(null, platform, folder);
    expect([keys.asked, keys.store(), keys.passphrase()]).toEqual([false, null, null]);
    keys.keep('my other secret');
    expect(keys.keptBy()).toBeNull();
  }
});
