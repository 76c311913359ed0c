import { randomBytes, verify, createPublicKey } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { signatureChecker, signer } from '../../../src-main/casework/node-crypto.ts';
import type { AuthorKey } from '../../../src-main/domain/brands.ts';

const check = await signatureChecker();
const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');

/** RFC 8032 §7.1, tests 1 to 3: key, message, signature. */
const vectors = [
  [
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ],
  [
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ],
  [
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  ],
] as const;

test.each(vectors)(
  'the signature of RFC 8032 by %s is right, and no changed bit is',
  (key, message, signature) => {
    expect(check(key as AuthorKey, bytes(message), bytes(signature))).toBe(true);
    for (let bit = 0; bit < 512; bit += 1) {
      const changed = bytes(signature);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(check(key as AuthorKey, bytes(message), changed), `bit ${bit}`).toBe(false);
    }
  },
);

test('what Node signs is right here, and what is wrong for one is wrong for the other', () => {
  for (let i = 0; i < 200; i += 1) {
    const { key, sign } = signer(randomBytes(32));
    const message = randomBytes(i);
    const signature = Buffer.from(sign(message));
    expect(check(key, message, signature)).toBe(true);
    const at = i % 64;
    signature.writeUInt8(signature.readUInt8(at) ^ (1 + (i % 255)), at);
    const theirs = createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: bytes(key).toString('base64url') },
      format: 'jwk',
    });
    expect(check(key, message, signature)).toBe(verify(null, message, theirs, signature));
    expect(check(signer(randomBytes(32)).key, message, sign(message) as Buffer)).toBe(false);
  }
});

describe('what signed nothing', () => {
  const { key, sign } = signer(bytes('07'.repeat(32)));
  const message = Buffer.from('a message');
  const good = Buffer.from(sign(message));

  test('a signature of another length', () => {
    expect(check(key, message, good.subarray(0, 63))).toBe(false);
    expect(check(key, message, Buffer.concat([good, bytes('00')]))).toBe(false);
    expect(check(key, message, Buffer.alloc(0))).toBe(false);
    expect(check(key, message, good)).toBe(true);
  });

  test('a number S that was raised by the order of the group: the same signature in other bytes', () => {
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    const s = BigInt(`0x${Buffer.from(good.subarray(32).toReversed()).toString('hex')}`) + order;
    const other = bytes(s.toString(16).padStart(64, '0')).toReversed();
    expect(check(key, message, Buffer.concat([good.subarray(0, 32), other]))).toBe(false);
  });

  test.each([
    ['01'.padEnd(64, '0'), 'the neutral point'],
    ['00'.padEnd(64, '0'), 'a point of order 4'],
    ['ff'.repeat(32), 'no point at all'],
  ])('%s, %s', (small) => {
    // With the neutral point as key and as R, S = 0 would fit every message.
    const forged = bytes(`01${'00'.repeat(63)}`);
    expect(check(small as AuthorKey, message, forged)).toBe(false);
  });
});
