import { hkdfSync, randomBytes } from 'node:crypto';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';

/**
 * The head of an age v1 file (age-encryption.org/v1) for one X25519 key of its own. Header and key exchange are the
 * library's; the payload behind them is ours (`payload.ts`), because the library's is ten times slower.
 */
export interface SealedHead {
  /** Header and payload nonce: what stands before the first chunk. */
  readonly bytes: Uint8Array;
  /** 32 bytes, of this file alone. */
  readonly payloadKey: Uint8Array;
}

export interface NewHead extends SealedHead {
  /** `AGE-SECRET-KEY-1…`: opens this file and no other. */
  readonly identity: string;
}

/** Bytes of the nonce between header and payload. */
const NONCE = 16;

/** Bytes of `SealedHead.bytes`: a header with one X25519 stanza always has the same length. */
export const HEAD = 184;

/** No header of ours is longer; a foreign one may name more keys. */
const LONGEST = 16 * 1024;

export async function newHead(): Promise<NewHead> {
  const identity = await generateX25519Identity();
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(identity));
  let fileKey: Uint8Array | undefined;
  // A recipient that adds nothing to the header and learns the key of the file.
  encrypter.addRecipient({
    wrapFileKey(key) {
      fileKey = Uint8Array.from(key);
      return [];
    },
  });
  // As streams: given bytes, the library reads its answer with `Response`, for which Node loads its HTTP client.
  const nothing = new ReadableStream<Uint8Array>({ start: (stream) => stream.close() });
  const pieces: Uint8Array[] = [];
  for await (const piece of await encrypter.encrypt(nothing)) pieces.push(piece);
  const sealed = Buffer.concat(pieces);
  const length = headerLength(sealed);
  if (fileKey === undefined || length !== HEAD - NONCE) throw new Error('age gave no header of one key');
  const nonce = randomBytes(NONCE);
  return {
    identity,
    bytes: Buffer.concat([sealed.subarray(0, length), nonce]),
    payloadKey: payloadKeyOf(fileKey, nonce),
  };
}

/**
 * Reads the head of a sealed file.
 * @param start the first bytes of the file, 16 KiB or all of it
 * @returns null where it is no age file, or another key's, or its header was changed
 */
export async function openHead(start: Uint8Array, identity: string): Promise<SealedHead | null> {
  const length = headerLength(start);
  if (length === null || start.length < length + NONCE) return null;
  const decrypter = new Decrypter();
  try {
    decrypter.addIdentity(identity);
    const fileKey = await decrypter.decryptHeader(start.subarray(0, length));
    const nonce = start.subarray(length, length + NONCE);
    return { bytes: start.subarray(0, length + NONCE), payloadKey: payloadKeyOf(fileKey, nonce) };
  } catch {
    // The library says why only in words; to us each of them means that this is not the file of this key.
    return null;
  }
}

/** The header ends with the line of its check value: `--- ` and 43 characters. */
function headerLength(start: Uint8Array): number | null {
  const head = Buffer.from(start.buffer, start.byteOffset, Math.min(start.length, LONGEST));
  const line = head.indexOf('\n--- ');
  const end = line === -1 ? -1 : head.indexOf('\n', line + 1);
  return end === -1 ? null : end + 1;
}

const payloadKeyOf = (fileKey: Uint8Array, nonce: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', fileKey, nonce, 'payload', 32));
