import { type UtcIso, utcIso } from '../brands.ts';
import { fromHex, hex } from '../bytes.ts';
import type { Digest } from '../digest.ts';
import { type Der, TAG, bracket, contentOf, elements, oidOf, readDer, valuesIn } from './der.ts';
import { imprintOf } from './request.ts';

const SIGNED_DATA = '1.2.840.113549.1.7.2';
/** Content of a time stamp (RFC 3161 §2.4.2). */
export const TST_INFO = '1.2.840.113549.1.9.16.1.4';

/** A time stamp taken apart (RFC 3161 §2.4.2, RFC 5652 §5); nothing of it is checked yet. */
export interface Token {
  /** What was stamped: the algorithm of its hash, and the hash in hex. */
  readonly hash: string;
  readonly imprint: string;
  /** When the authority says that it was stamped. */
  readonly at: UtcIso;
  /** In hex without leading zeros; null where the authority repeats none. */
  readonly nonce: string | null;
  /** The signed content. */
  readonly content: Uint8Array;
  /** X.509, DER. */
  readonly certificates: readonly Uint8Array[];
  /** Which certificate signed: the DER of its issuer and its serial number, or the id of its key, in hex. */
  readonly signer: { readonly issuer: string; readonly serial: string } | { readonly keyId: string };
  readonly digestAlgorithm: string;
  readonly signatureAlgorithm: string;
  readonly signature: Uint8Array;
  /** The attributes that are signed, as they are signed: a SET. */
  readonly signedAttributes: Uint8Array;
  /** By OID, the first value of each of them. */
  readonly attributes: ReadonlyMap<string, Der>;
}

/** What an authority answered. */
export interface TimeStampAnswer {
  /** PKIStatus: 0 granted, 1 granted with modifications, 2 rejected … */
  readonly status: number;
  /** What it says about that; may be empty. */
  readonly text: string;
  /** The token, DER; null where none was granted. */
  readonly token: Uint8Array | null;
}

/** Reads an answer (RFC 3161 §2.4.2). @throws RangeError where the bytes are none */
export function readAnswer(bytes: Uint8Array): TimeStampAnswer {
  const whole = readDer(bytes);
  if (whole.whole.length !== bytes.length) throw new RangeError('bytes after the end');
  const [info, token] = elements(whole, TAG.sequence);
  const [status, texts] = elements(info, TAG.sequence);
  const said = texts?.tag === TAG.sequence ? valuesIn(texts.content) : [];
  return {
    status: contentOf(status, TAG.integer).reduce((sum, byte) => sum * 256 + byte, 0),
    text: said.map(({ content }) => new TextDecoder().decode(content)).join(' '),
    token: token === undefined ? null : token.whole,
  };
}

/** Reads a token. @throws RangeError where it is none of a time stamp with one signer */
export function readToken(bytes: Uint8Array): Token {
  const [type, data] = elements(readDer(bytes), TAG.sequence);
  if (oidOf(type) !== SIGNED_DATA) throw new RangeError('no signed data');
  const [signed] = elements(data, bracket(0));
  const [, , inner, ...rest] = elements(signed, TAG.sequence);
  const [innerType, innerData] = elements(inner, TAG.sequence);
  if (oidOf(innerType) !== TST_INFO) throw new RangeError('no time stamp');
  const [octets] = elements(innerData, bracket(0));
  const content = contentOf(octets, TAG.octets);
  const certificates = rest.find(({ tag }) => tag === bracket(0));
  const [signer, second] = elements(rest.at(-1), TAG.set);
  if (second !== undefined) throw new RangeError('more than one signer');
  return {
    ...stampOf(content),
    content,
    certificates: certificates === undefined ? [] : valuesIn(certificates.content).map(({ whole }) => whole),
    ...signerOf(signer),
  };
}

function stampOf(content: Uint8Array): Pick<Token, 'hash' | 'imprint' | 'at' | 'nonce'> {
  const [, , imprint, , time, ...more] = elements(readDer(content), TAG.sequence);
  const [algorithm, hash] = elements(imprint, TAG.sequence);
  const nonce = more.find(({ tag }) => tag === TAG.integer);
  return {
    hash: oidOf(elements(algorithm, TAG.sequence)[0]),
    imprint: hex(contentOf(hash, TAG.octets)),
    at: instantOf(contentOf(time, TAG.generalizedTime)),
    nonce: nonce === undefined ? null : hex(nonce.content).replace(/^0+/, ''),
  };
}

function signerOf(
  info: Der | undefined,
): Pick<
  Token,
  'signer' | 'digestAlgorithm' | 'signatureAlgorithm' | 'signature' | 'signedAttributes' | 'attributes'
> {
  const [, sid, digest, signed, algorithm, signature] = elements(info, TAG.sequence);
  const pairs = valuesIn(contentOf(signed, bracket(0))).map((pair): [string, Der] => {
    const [type, values] = elements(pair, TAG.sequence);
    const [first] = elements(values, TAG.set);
    if (first === undefined) throw new RangeError('an attribute without a value');
    return [oidOf(type), first];
  });
  const attributes = new Map(pairs);
  if (attributes.size !== pairs.length) throw new RangeError('an attribute stands twice');
  const [issuer, serial] = sid?.tag === TAG.sequence ? valuesIn(sid.content) : [];
  // RFC 5652 §5.4: what is signed carries the tag of a SET in the place of the one in brackets.
  const signedAttributes = Uint8Array.from((signed ?? readDer(new Uint8Array())).whole);
  signedAttributes[0] = TAG.set;
  return {
    signer:
      issuer === undefined
        ? { keyId: hex(contentOf(sid, 0x80)) }
        : { issuer: hex(issuer.whole), serial: hex(contentOf(serial, TAG.integer)) },
    digestAlgorithm: oidOf(elements(digest, TAG.sequence)[0]),
    signatureAlgorithm: oidOf(elements(algorithm, TAG.sequence)[0]),
    signature: contentOf(signature, TAG.octets),
    signedAttributes,
    attributes,
  };
}

/** GeneralizedTime in UTC, to the millisecond. @throws RangeError */
function instantOf(content: Uint8Array): UtcIso {
  const text = new TextDecoder().decode(content);
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d+))?Z$/.exec(text);
  if (parts === null) throw new RangeError('no time in UTC');
  const [, year, month, day, hour, minute, second, fraction = ''] = parts;
  const ms = Date.parse(
    `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, '0').slice(0, 3)}Z`,
  );
  if (Number.isNaN(ms)) throw new RangeError('no such time');
  return utcIso(ms);
}

/** Whether a token says that a fingerprint was stamped at an instant; whether it is signed is not asked. @param token hex */
export function stamps(token: string, head: string, at: string, digest: Digest): boolean {
  try {
    const read = readToken(fromHex(token));
    return read.hash === SHA_256 && read.imprint === hex(imprintOf(digest, head)) && read.at === at;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

export const SHA_256 = '2.16.840.1.101.3.4.2.1';
