import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, describe, expect, test } from 'vitest';
import { HEAD, newHead, openHead } from '../../../src-main/evidence/sealed/age-header.ts';
import { TAG, chunkCipher } from '../../../src-main/evidence/sealed/chunk-cipher.ts';
import {
  CHUNK,
  Opener,
  PayloadFault,
  Sealer,
  payloadSize,
} from '../../../src-main/evidence/sealed/payload.ts';

const folder = mkdtempSync(join(tmpdir(), 'holdfast-age-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Around the ends of chunks, where a mistake would show. */
const sizes = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 17];
const hasAge = spawnSync('age', ['--version']).status === 0;

async function seal(plain: Uint8Array, portion = 100_000) {
  const head = await newHead();
  const sealer = new Sealer(await chunkCipher(head.payloadKey));
  const parts: Uint8Array[] = [head.bytes];
  for (let at = 0; at < plain.length; at += portion) {
    parts.push(...sealer.push(plain.subarray(at, at + portion)));
  }
  return { identity: head.identity, bytes: Buffer.concat([...parts, sealer.end()]) };
}

async function open(sealed: Uint8Array, identity: string, portion = 70_001) {
  const head = await openHead(sealed, identity);
  if (head === null) return null;
  const opener = new Opener(await chunkCipher(head.payloadKey));
  const parts: Uint8Array[] = [];
  for (let at = head.bytes.length; at < sealed.length; at += portion) {
    parts.push(...opener.push(sealed.subarray(at, at + portion)));
  }
  return Buffer.concat([...parts, opener.end()]);
}

const withLibrary = async (sealed: Uint8Array, identity: string): Promise<Uint8Array> => {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return decrypter.decrypt(sealed);
};

async function byLibrary(plain: Uint8Array): Promise<{ identity: string; bytes: Uint8Array }> {
  const identity = await generateX25519Identity();
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(identity));
  return { identity, bytes: await encrypter.encrypt(plain) };
}

/** Debian's age; its key comes from a file. */
function withAge(sealed: Uint8Array, identity: string): Buffer {
  const key = join(folder, 'key.txt');
  writeFileSync(key, `${identity}\n`, { mode: 0o600 });
  return execFileSync('age', ['-d', '-i', key], { input: sealed, maxBuffer: 64 * 1024 * 1024 });
}

function byAge(plain: Uint8Array): { identity: string; bytes: Buffer } {
  const identity = execFileSync('age-keygen', { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    .split('\n')
    .find((line) => line.startsWith('AGE-SECRET-KEY-1'));
  const key = join(folder, 'own.txt');
  writeFileSync(key, `${identity}\n`, { mode: 0o600 });
  const bytes = execFileSync('age', ['-e', '-i', key], { input: plain, maxBuffer: 64 * 1024 * 1024 });
  return { identity: identity ?? '', bytes };
}

describe('the payload of an age file', () => {
  test.each(sizes)('%i bytes: sealed here, opened by the library, and the other way round', async (size) => {
    const plain = randomBytes(size);
    const sealed = await seal(plain);
    expect(sealed.bytes.length).toBe(HEAD + payloadSize(size));
    expect(Buffer.from(await withLibrary(sealed.bytes, sealed.identity)).equals(plain)).toBe(true);
    const theirs = await byLibrary(plain);
    expect((await open(theirs.bytes, theirs.identity))?.equals(plain)).toBe(true);
  });

  test.skipIf(!hasAge).each(sizes)('%i bytes: the same with Debian’s age', async (size) => {
    const plain = randomBytes(size);
    const sealed = await seal(plain);
    expect(withAge(sealed.bytes, sealed.identity).equals(plain)).toBe(true);
    const theirs = byAge(plain);
    expect((await open(theirs.bytes, theirs.identity))?.equals(plain)).toBe(true);
  });

  test('the portions in which bytes come make no difference', async () => {
    const plain = randomBytes(3 * CHUNK + 5);
    for (const portion of [1000, CHUNK, CHUNK + 1, 4 * CHUNK]) {
      const sealed = await seal(plain, portion);
      expect((await open(sealed.bytes, sealed.identity, portion))?.equals(plain)).toBe(true);
    }
  });

  test('a changed, cut, continued or exchanged chunk is found', async () => {
    const { identity, bytes } = await seal(randomBytes(3 * CHUNK + 5));
    const at = (chunk: number): number => HEAD + chunk * (CHUNK + TAG);
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(at(1) + 7) ^ 1, at(1) + 7);
    const exchanged = Buffer.concat([
      bytes.subarray(0, at(0)),
      bytes.subarray(at(1), at(2)),
      bytes.subarray(at(0), at(1)),
      bytes.subarray(at(2)),
    ]);
    for (const [what, forged] of Object.entries({
      changed,
      exchanged,
      'cut within a chunk': bytes.subarray(0, -1),
      'cut behind a chunk': bytes.subarray(0, at(3)),
      'cut to its head': bytes.subarray(0, HEAD),
      continued: Buffer.concat([bytes, bytes.subarray(at(3))]),
    })) {
      await expect(open(forged, identity), what).rejects.toThrow(PayloadFault);
    }
    // The control: untouched, it opens.
    expect(await open(bytes, identity)).not.toBeNull();
  });

  test('sealing goes on in another process from any place', async () => {
    const plain = randomBytes(4 * CHUNK + 99);
    for (const cut of [0, 1, CHUNK, CHUNK + 1, 3 * CHUNK]) {
      const head = await newHead();
      const first = new Sealer(await chunkCipher(head.payloadKey));
      const parts = [head.bytes, ...first.push(plain.subarray(0, cut))];
      const second = new Sealer(await chunkCipher(head.payloadKey), first.place);
      parts.push(...second.push(plain.subarray(cut)), second.end());
      expect(Buffer.from(await withLibrary(Buffer.concat(parts), head.identity)).equals(plain)).toBe(true);
    }
  });
});

test('another key, a changed header, and what is no age file do not open', async () => {
  const { identity, bytes } = await seal(randomBytes(10));
  const changed = Buffer.from(bytes);
  changed.write('X', 40);
  expect(await openHead(bytes, await generateX25519Identity())).toBeNull();
  expect(await openHead(changed, identity)).toBeNull();
  expect(await openHead(randomBytes(500), identity)).toBeNull();
  expect(await openHead(bytes, 'no key')).toBeNull();
  expect(await openHead(bytes, identity)).not.toBeNull();
});
