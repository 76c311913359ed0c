// age v1 (age-encryption.org/v1) to one X25519 identity, from its specification, with node:crypto alone.
import {
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
} from 'node:crypto';

const LETTERS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const PRIVATE = Buffer.from('302e020100300506032b656e04220420', 'hex'); // RFC 8410
const PUBLIC = Buffer.from('302a300506032b656e032100', 'hex');
const CHUNK = 64 * 1024;

/** The 32 bytes of an identity (Bech32, BIP 173; its check letters are not looked at). */
function secretOf(identity: string): Buffer {
  const data = identity
    .trim()
    .toLowerCase()
    .replace(/^age-secret-key-1/, '')
    .slice(0, -6);
  const bits = Array.from(data, (letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from(bits.match(/[01]{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []);
}

const hkdf = (key: Uint8Array, salt: Uint8Array, info: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, info, 32));

function open(key: Uint8Array, nonce: Uint8Array, sealed: Buffer): Buffer {
  const cipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 });
  cipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
}

/** The plain bytes; throws where anything does not fit. */
export function unsealed(file: Buffer, identity: string): Buffer {
  const end = file.indexOf('\n---') + 1;
  const head = file.subarray(0, end).toString('latin1').split('\n');
  const stanza = head.findIndex((line) => line.startsWith('-> X25519 '));
  if (head[0] !== 'age-encryption.org/v1' || stanza === -1) throw new Error('no age file');
  const share = Buffer.from(head[stanza]?.split(' ')[2] ?? '', 'base64');
  const secret = createPrivateKey({
    key: Buffer.concat([PRIVATE, secretOf(identity)]),
    format: 'der',
    type: 'pkcs8',
  });
  const own = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(-32);
  const theirs = createPublicKey({ key: Buffer.concat([PUBLIC, share]), format: 'der', type: 'spki' });
  const wrapping = hkdf(
    diffieHellman({ privateKey: secret, publicKey: theirs }),
    Buffer.concat([share, own]),
    'age-encryption.org/v1/X25519',
  );
  const fileKey = open(wrapping, Buffer.alloc(12), Buffer.from(head[stanza + 1] ?? '', 'base64'));
  const foot = file.indexOf('\n', end);
  const mac = createHmac('sha256', hkdf(fileKey, Buffer.alloc(0), 'header'))
    .update(file.subarray(0, end + 3))
    .digest();
  const given = Buffer.from(file.subarray(end + 4, foot).toString('latin1'), 'base64');
  if (!mac.equals(given)) throw new Error('head of the age file');
  const payload = file.subarray(foot + 1);
  const key = hkdf(fileKey, payload.subarray(0, 16), 'payload');
  const parts: Buffer[] = [];
  for (let from = 16, i = 0; ; from += CHUNK + 16, i++) {
    const last = from + CHUNK + 16 >= payload.length;
    const nonce = Buffer.alloc(12);
    nonce.writeUInt32BE(i, 7);
    nonce[11] = last ? 1 : 0;
    parts.push(open(key, nonce, payload.subarray(from, from + CHUNK + 16)));
    if (last) return Buffer.concat(parts);
  }
}
