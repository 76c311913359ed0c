import { base64url, utf8 } from '../bytes.ts';

/** Longest line of a header, without its end (RFC 5322 §2.1.1 asks for 78). */
const LINE = 76;
/** What stands around the base64 of an encoded word: `=?utf-8?B?` and `?=`. */
const AROUND = 12;

/**
 * A header field with its text. What could begin another field (line ends, control characters) becomes a space, so that
 * nothing that a person typed can add one.
 */
export function headerField(name: string, text: string): string {
  const clean = oneLine(text);
  const isPlain =
    /^[\x20-\x7e]*$/.test(clean) && !clean.includes('=?') && longestWord(clean) <= LINE - name.length - 2;
  const words = isPlain ? clean.split(' ') : encodedWords(clean, LINE - name.length - 2);
  return folded(name, words);
}

/** Text of one line: line ends, tabs and control characters are spaces, and no two follow each other. */
export const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu, ' ')
    .trim();

const longestWord = (text: string): number => Math.max(0, ...text.split(' ').map((word) => word.length));

/**
 * `=?utf-8?B?…?=` for each piece (RFC 2047 §2); a character is never cut.
 * @param longest of a word, in characters
 */
function encodedWords(text: string, longest: number): string[] {
  const most = Math.floor((longest - AROUND) / 4) * 3;
  const words: string[] = [];
  let piece = '';
  for (const character of text) {
    if (utf8(piece + character).length > most) {
      words.push(encodedWord(piece));
      piece = '';
    }
    piece += character;
  }
  return piece === '' ? words : [...words, encodedWord(piece)];
}

const encodedWord = (text: string): string => `=?utf-8?B?${base64(utf8(text))}?=`;

function base64(bytes: Uint8Array): string {
  const url = base64url(bytes).replaceAll('-', '+').replaceAll('_', '/');
  return url.padEnd(Math.ceil(url.length / 4) * 4, '=');
}

/** Folded at spaces; a following line begins with one (RFC 5322 §2.2.3). */
function folded(name: string, words: readonly string[]): string {
  const lines: string[] = [];
  let line = `${name}:`;
  for (const word of words) {
    if (line.length + 1 + word.length > LINE && line !== `${name}:`) {
      lines.push(line);
      line = '';
    }
    line += ` ${word}`;
  }
  return [...lines, line].join('\r\n');
}
