import { concatBytes, fromHex, hex, utf8 } from './bytes.ts';
import type { Digest } from './digest.ts';
import { CaseError } from './errors.ts';
import { byteOfWord, nearestWords, wordLists } from './word-list.ts';

/** Bytes of a fingerprint that are read out (FORMAT.md §7.4): 80 bits. */
const SPOKEN = 10;
/** Bytes of a key whose words are compared by telephone (FORMAT.md §6): 32 bits. */
const KEY_SPOKEN = 4;

const TIPS = utf8('holdfast/tips/1\0');

/** The fingerprint of a record with these tips, 64 hex digits. @param tips hashes in hex, ascending */
export function fingerprintOf(digest: Digest, tips: readonly string[]): string {
  const [only, second] = tips;
  if (only !== undefined && second === undefined) return only;
  return hex(digest(concatBytes(TIPS, ...tips.map((tip) => fromHex(tip)))));
}

/** The words of bytes: even places from the two-syllable list, odd ones from the three-syllable list. */
export const wordsOf = (bytes: Uint8Array): string[] =>
  Array.from(bytes, (byte, place) => wordLists[place % 2 === 0 ? 0 : 1][byte] ?? '');

/** Ten words of a fingerprint. @param head 64 hex digits */
export const wordsOfHead = (head: string): string[] => wordsOf(fromHex(head.slice(0, 2 * SPOKEN)));

/** The four words by which people compare a key. @param key 64 hex digits */
export const keyWords = (key: string): string[] => wordsOf(fromHex(key.slice(0, 2 * KEY_SPOKEN)));

/** `E582 94F2 E9A2 2748 6E8B`: the same ten bytes as digits. */
export const codeOfHead = (head: string): string =>
  (
    head
      .slice(0, 2 * SPOKEN)
      .toUpperCase()
      .match(/.{4}/g) ?? []
  ).join(' ');

/**
 * What somebody read back, as lower-case hex digits: 20 for ten words or a code, 64 for a whole fingerprint.
 * @throws CaseError `fingerprint-not-understood`, with the place and the nearest words
 */
export function parseFingerprint(typed: string): string {
  const digits = typed.replaceAll(/[\s\p{P}]/gu, '').toLowerCase();
  if (/^[0-9a-f]*$/.test(digits)) {
    if (digits.length === 2 * SPOKEN || digits.length === 64) return digits;
    throw misread(`a code has ${2 * SPOKEN} digits, and ${digits.length} are here`);
  }
  // A code with a slip of the finger in it; words never come with digits inside.
  if (/\d/.test(digits) && !/\p{L}{4}/u.test(typed)) {
    throw misread('a code has only the digits 0 to 9 and the letters A to F');
  }
  return hex(parseWords(typed, SPOKEN));
}

/** The first eight hex digits of the key that four words name. @throws CaseError as `parseFingerprint` */
export const parseKeyWords = (typed: string): string => hex(parseWords(typed, KEY_SPOKEN));

function parseWords(typed: string, count: number): Uint8Array {
  const words = typed.split(/[^\p{L}\p{M}]+/u).filter((word) => word !== '');
  const bytes = words.map((word, place) => byteAt(words, word, place));
  if (words.length !== count) {
    throw misread(`${count} words are needed, and ${words.length} are here`);
  }
  return Uint8Array.from(bytes);
}

function byteAt(words: readonly string[], word: string, place: number): number {
  const list = place % 2 === 0 ? 0 : 1;
  const byte = byteOfWord(word, list);
  if (byte !== undefined) return byte;
  const where = place === 0 ? 'at the start' : `after “${words[place - 1]}”`;
  if (byteOfWord(word, list === 0 ? 1 : 0) !== undefined) {
    throw misread(`a word is missing or doubled before “${word}” (${where})`);
  }
  const nearest = nearestWords(word, list);
  const meant = nearest.length === 0 ? '' : `; perhaps ${nearest.join(', ')}`;
  throw misread(`“${word}” (word ${place + 1}, ${where}) is no word of the list${meant}`);
}

const misread = (reason: string): CaseError => new CaseError('fingerprint-not-understood', { reason });
