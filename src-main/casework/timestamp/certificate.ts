import { X509Certificate, createHash } from 'node:crypto';
import { hex } from '../../domain/bytes.ts';
import { type Der, TAG, bracket, contentOf, elements, oidOf, readDer } from '../../domain/timestamp/der.ts';
import type { Token } from '../../domain/timestamp/token.ts';

const EXTENDED_KEY_USAGE = '2.5.29.37';
const SUBJECT_KEY_ID = '2.5.29.14';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

/** A certificate with what the checks of a time stamp need of its DER (RFC 5280 §4.1). */
export interface Certificate {
  readonly x509: X509Certificate;
  readonly raw: Uint8Array;
  /** DER, hex. */
  readonly issuer: string;
  /** Content of the INTEGER, hex. */
  readonly serial: string;
  readonly keyId: string | null;
  /** RFC 3161 §2.3: the one extended usage, time stamping, and marked as critical. */
  readonly isForTimeStamps: boolean;
}

/** @throws RangeError where the bytes are no certificate */
export function readCertificate(raw: Uint8Array): Certificate {
  const [body] = elements(readDer(raw), TAG.sequence);
  const parts = elements(body, TAG.sequence);
  const [serial, , issuer] = parts[0]?.tag === bracket(0) ? parts.slice(1) : parts;
  const extensions = extensionsOf(parts.find(({ tag }) => tag === bracket(3)));
  const usage = extensions.get(EXTENDED_KEY_USAGE);
  const keyId = extensions.get(SUBJECT_KEY_ID);
  try {
    return {
      x509: new X509Certificate(raw),
      raw,
      issuer: hex(issuer?.whole ?? new Uint8Array()),
      serial: hex(contentOf(serial, TAG.integer)),
      keyId: keyId === undefined ? null : hex(contentOf(readDer(keyId.value), TAG.octets)),
      isForTimeStamps:
        usage?.critical === true &&
        elements(readDer(usage.value), TAG.sequence)
          .map((purpose) => oidOf(purpose))
          .join() === TIME_STAMPING,
    };
  } catch (error) {
    throw new RangeError('no certificate', { cause: error });
  }
}

function extensionsOf(
  list: Der | undefined,
): ReadonlyMap<string, { readonly critical: boolean; readonly value: Uint8Array }> {
  if (list === undefined) return new Map();
  const [all] = elements(list, bracket(3));
  return new Map(
    elements(all, TAG.sequence).map((extension) => {
      const [id, ...rest] = elements(extension, TAG.sequence);
      const critical = rest[0]?.tag === TAG.boolean && rest[0].content[0] === 0xff;
      return [oidOf(id), { critical, value: contentOf(rest.at(-1), TAG.octets) }];
    }),
  );
}

/** The certificate that a token says it was signed with. */
export const signerOf = (all: readonly Certificate[], { signer }: Token): Certificate | undefined =>
  all.find((one) =>
    'keyId' in signer
      ? one.keyId === signer.keyId
      : one.issuer === signer.issuer && one.serial === signer.serial,
  );

const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';

/** By OID of the digest. */
export const DIGESTS: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/**
 * Whether the signed attributes bind this very certificate: ESSCertID (RFC 2634 §5.4, SHA-1) or ESSCertIDv2
 * (RFC 5035 §4). @throws RangeError where they are not readable
 */
export function isBound({ attributes }: Token, certificate: Certificate): boolean {
  const v2 = attributes.get(SIGNING_CERTIFICATE_V2);
  const [list] = elements(v2 ?? attributes.get(SIGNING_CERTIFICATE), TAG.sequence);
  const [id] = elements(list, TAG.sequence);
  const [first, second] = elements(id, TAG.sequence);
  const named = first?.tag === TAG.sequence;
  const algorithm =
    v2 === undefined ? 'sha1' : named ? DIGESTS[oidOf(elements(first, TAG.sequence)[0])] : 'sha256';
  if (algorithm === undefined) return false;
  const wanted = hex(contentOf(named ? second : first, TAG.octets));
  return createHash(algorithm).update(certificate.raw).digest('hex') === wanted;
}

/** Certificates of a PEM file, in its order. @throws RangeError where it has none, or one is not readable */
export function certificatesInPem(text: string): Certificate[] {
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length === 0) throw new RangeError('no certificate');
  return blocks.map((block) =>
    readCertificate(Buffer.from(block.replaceAll(/-----[^-]+-----/g, ''), 'base64')),
  );
}
