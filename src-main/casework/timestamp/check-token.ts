import { type X509Certificate, createHash, verify } from 'node:crypto';
import { TAG, contentOf, oidOf } from '../../domain/timestamp/der.ts';
import { SHA_256, TST_INFO, type Token, readToken } from '../../domain/timestamp/token.ts';
import { type Certificate, DIGESTS, isBound, readCertificate, signerOf } from './certificate.ts';

const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';

/** Digest of a signature by its algorithm; empty where the token says it beside (RSA). */
const SIGNATURES: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.1': '',
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
};

export interface CheckedToken {
  /** What the token says; null where it is not readable. */
  readonly token: Token | null;
  /** Subject of the certificate that signed; empty where it is not there. */
  readonly authority: string;
  /** What does not hold, as ends of a sentence; empty where all does. */
  readonly faults: readonly string[];
}

/**
 * Checks a time stamp by itself and, where certificates are given, that one of them stands behind it (RFC 3161 §2.2,
 * §2.3; RFC 5652 §5.4 and §5.6).
 * @param imprint SHA-256 that it should stamp, hex
 * @param trusted certificates of authorities; null = whose it is, is not asked
 */
export function checkToken(
  bytes: Uint8Array,
  imprint: string,
  trusted: readonly Certificate[] | null,
): CheckedToken {
  try {
    return checkedToken(readToken(bytes), imprint, trusted);
  } catch (error) {
    // Lengths, tags and certificates of a stranger.
    if (!(error instanceof RangeError)) throw error;
    return { token: null, authority: '', faults: ['it is not readable as a time stamp'] };
  }
}

function checkedToken(token: Token, imprint: string, trusted: readonly Certificate[] | null): CheckedToken {
  const faults: string[] = [];
  if (token.hash !== SHA_256 || token.imprint !== imprint) faults.push('it stamps something else');
  const all = token.certificates.map((raw) => readCertificate(raw));
  const signer = signerOf(all, token);
  if (signer === undefined) {
    return { token, authority: '', faults: [...faults, 'the certificate that signed it is not in it'] };
  }
  faults.push(...signatureFaults(token, signer));
  if (!isBound(token, signer)) faults.push('what is signed names another certificate');
  if (!signer.isForTimeStamps) faults.push('its certificate is none for time stamps');
  if (!validAt(signer.x509, token.at)) faults.push('its certificate was not valid at that time');
  if (trusted !== null && !isIssued(signer, all, trusted, token.at)) {
    faults.push('none of the given certificates stands behind it');
  }
  return { token, authority: subjectOf(signer.x509), faults };
}

function signatureFaults(token: Token, { x509 }: Certificate): string[] {
  const digest = DIGESTS[token.digestAlgorithm];
  const named = SIGNATURES[token.signatureAlgorithm];
  if (digest === undefined || named === undefined) return ['it is signed in a way that is not known here'];
  const { attributes } = token;
  const type = attributes.get(CONTENT_TYPE);
  const stated = contentOf(attributes.get(MESSAGE_DIGEST), TAG.octets);
  const found = createHash(digest).update(token.content).digest();
  const faults: string[] = [];
  if (type === undefined || oidOf(type) !== TST_INFO || !found.equals(stated)) {
    faults.push('what was signed is another text');
  }
  if (!isSigned(named === '' ? digest : named, token, x509)) faults.push('its signature is wrong');
  return faults;
}

function isSigned(digest: string, { signedAttributes, signature }: Token, x509: X509Certificate): boolean {
  try {
    return verify(digest, signedAttributes, x509.publicKey, signature);
  } catch {
    // A key of another kind than the signature, or one that OpenSSL does not read.
    return false;
  }
}

function validAt(x509: X509Certificate, at: string): boolean {
  const instant = Date.parse(at);
  return Date.parse(x509.validFrom) <= instant && instant <= Date.parse(x509.validTo);
}

/** The most certificates between a signer and an authority; real chains have one or two. */
const DEEPEST = 6;

/** Whether a chain leads from a certificate to one that is trusted; each was valid then, and may issue the next. */
function isIssued(
  certificate: Certificate,
  between: readonly Certificate[],
  trusted: readonly Certificate[],
  at: string,
  depth = 0,
): boolean {
  if (trusted.some(({ x509 }) => x509.fingerprint256 === certificate.x509.fingerprint256)) return true;
  if (depth >= DEEPEST) return false;
  const issues = ({ x509 }: Certificate): boolean =>
    x509.ca &&
    validAt(x509, at) &&
    certificate.x509.checkIssued(x509) &&
    certificate.x509.verify(x509.publicKey);
  if (trusted.some((one) => issues(one))) return true;
  return between.some(
    (one) => one !== certificate && issues(one) && isIssued(one, between, trusted, at, depth + 1),
  );
}

/** `Example TSA, Example Ltd`: the common name and the organisation, or the whole subject. */
function subjectOf({ subject }: X509Certificate): string {
  const part = (name: string): string | undefined => new RegExp(`^${name}=(.+)$`, 'm').exec(subject)?.[1];
  const named = [part('CN'), part('O')].filter((one) => one !== undefined).join(', ');
  return named === '' ? subject.replaceAll('\n', ', ') || 'without a name' : named;
}
