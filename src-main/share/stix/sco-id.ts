import canonicalize from 'canonicalize';
import { uuidV5 } from '../standards/uuid-v5.ts';

/** STIX 2.1 errata 01 §2.9: the namespace that all producers share, so that one thing has one id everywhere. */
const NAMESPACE = '00abedb4-aa42-466c-9c01-fed23315a9b7';

/** Of several hashes one counts: the first of these that is there, as the OASIS library for Python has it. */
const FIRST_OF = ['MD5', 'SHA-1', 'SHA-256'] as const;

export type Hashes = Readonly<Partial<Record<(typeof FIRST_OF)[number], string>>>;

/**
 * The id of a cyber-observable object: of the properties that its chapter (STIX 2.1 §6) names, as RFC 8785 spells them.
 * @param contributing at least one of them
 */
export const scoId = (type: string, contributing: Readonly<Record<string, unknown>>): string =>
  `${type}--${uuidV5(NAMESPACE, canonicalize(contributing) ?? '')}`;

/** The hash that counts, alone. */
export function oneHash(hashes: Hashes): Hashes {
  const name = FIRST_OF.find((one) => hashes[one] !== undefined);
  return name === undefined ? {} : { [name]: hashes[name] };
}
