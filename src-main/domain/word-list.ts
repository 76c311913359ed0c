import { THREE_SYLLABLES, TWO_SYLLABLES } from './pgp-words.ts';

/** What people may write in several ways: case, and the accent of Yucatán. */
const foldedWord = (word: string): string => word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/**
 * The PGP word list: 256 words of two syllables for bytes at even places and 256 of three for odd ones, so that a word
 * that was dropped, doubled or exchanged is noticed.
 */
export const wordLists: readonly [even: readonly string[], odd: readonly string[]] = [
  TWO_SYLLABLES.trim().split(/\s+/),
  THREE_SYLLABLES.trim().split(/\s+/),
];

const places = wordLists.map((list) => new Map(list.map((word, byte) => [foldedWord(word), byte])));

/** The byte that a word stands for in one of the lists; undefined where it is not in it. */
export const byteOfWord = (word: string, list: 0 | 1): number | undefined =>
  places[list]?.get(foldedWord(word));

/** At most three words of a list that differ from what was heard in few letters, the nearest first. */
export function nearestWords(heard: string, list: 0 | 1): string[] {
  const folded = foldedWord(heard);
  return wordLists[list]
    .map((word) => ({ word, distance: editDistance(folded, foldedWord(word)) }))
    .filter(({ distance }) => distance <= Math.max(2, Math.floor(folded.length / 2)))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ word }) => word);
}

/** Letters to insert, delete or exchange (Levenshtein). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const exchanged = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(exchanged, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
