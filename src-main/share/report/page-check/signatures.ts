import { ed25519 } from '@noble/curves/ed25519.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { fromHex, hex } from '../../../domain/bytes.ts';
import { isHonestPoint } from './honest-point.ts';

export interface Signed {
  /** Public key, hex. */
  readonly key: string;
  readonly message: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
}

/** Checks Ed25519 signatures as FORMAT.md §5.3 says. */
export type Checker = (signed: Signed) => Promise<boolean>;

/** A page without a secure context has no `subtle` at all. */
const subtle = (): SubtleCrypto | undefined => (crypto as { readonly subtle?: SubtleCrypto }).subtle;

/** RFC 8032 §7.1, test 1: a browser that has it by name only is not believed. */
const KNOWN: Signed = {
  key: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
  message: new Uint8Array(),
  signature: bytes(
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ),
};

/** Whether the browser's own cipher has Ed25519. */
export async function hasEd25519(): Promise<boolean> {
  if (subtle() === undefined) return false;
  const check = browserChecker();
  const wrong = { ...KNOWN, message: new Uint8Array(1) };
  try {
    return (await check(KNOWN)) && !(await check(wrong));
  } catch {
    return false;
  }
}

/** By the browser's own cipher. */
export function browserChecker(): Checker {
  const keys = new Map<string, Promise<CryptoKey> | null>();
  return async ({ key, message, signature }) => {
    let imported = keys.get(key);
    if (imported === undefined) {
      imported = isHonestPoint(fromHex(key))
        ? (subtle() as SubtleCrypto).importKey('raw', bytes(key), 'Ed25519', false, ['verify'])
        : null;
      keys.set(key, imported);
    }
    if (imported === null || !isHonestPoint(signature)) return false;
    try {
      return await (subtle() as SubtleCrypto).verify('Ed25519', await imported, signature, message);
    } catch (error) {
      // Bytes that are no key: nobody signed with it. That the browser lacks the cipher was seen before.
      if (error instanceof DOMException && error.name === 'DataError') return false;
      throw error;
    }
  };
}

const { Point } = ed25519;
type EdPoint = InstanceType<typeof Point>;

/** RFC 8032 §5.1.7 without the cofactor, point by point: the library's own check is with it. */
export function ownChecker(): Checker {
  const keys = new Map<string, EdPoint | null>();
  return async ({ key, message, signature }) => {
    if (signature.length !== 64 || !isHonestPoint(fromHex(key)) || !isHonestPoint(signature)) return false;
    let point = keys.get(key);
    if (point === undefined) {
      point = negated(key);
      keys.set(key, point);
    }
    if (point === null) return false;
    const s = littleEndian(signature.subarray(32));
    if (s >= Point.Fn.ORDER) return false;
    const [r, of] = [signature.subarray(0, 32), fromHex(key)];
    const whole = new Uint8Array([...r, ...of, ...message]);
    const k = littleEndian(sha512(whole)) % Point.Fn.ORDER;
    const sum = times(Point.BASE, s).add(times(point, k));
    return Promise.resolve(hex(sum.toBytes()) === hex(r));
  };
}

const times = (point: EdPoint, scalar: bigint): EdPoint =>
  scalar === 0n ? Point.ZERO : point.multiplyUnsafe(scalar);

/** −A, made ready for many multiplications; null where the bytes are no point. */
function negated(key: string): EdPoint | null {
  try {
    const point = Point.fromBytes(fromHex(key)).negate();
    point.precompute(8);
    return point;
  } catch {
    return null;
  }
}

function littleEndian(data: Uint8Array): bigint {
  return BigInt(`0x${hex(data.toReversed())}`);
}

/** A view of a buffer of its own, which the browser's cipher takes. */
function bytes(digits: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(fromHex(digits));
}
