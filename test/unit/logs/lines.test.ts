import { describe, expect, it } from 'vitest';
import { LONGEST_LINE, type LineHandler, readLines } from '../../../src-main/logs/reading/lines.ts';
import type { RowSink } from '../../../src-main/logs/reading/reader.ts';
import { RowDraft, rowFlags } from '../../../src-main/logs/reading/row.ts';
import { seeded } from '../../support/seed.ts';

interface Given {
  readonly text: string;
  readonly line: number;
  readonly offset: number;
  readonly flags: number;
}

/** @param joins whether lines that begin with a blank go on with the one before */
function cut(
  bytes: Buffer,
  piece: () => number,
  joins: boolean,
): { given: Given[]; problems: string[]; asked: number } {
  const [given, problems]: [Given[], string[]] = [[], []];
  let asked = 0;
  const sink: RowSink = {
    row: new RowDraft(),
    add: () => undefined,
    problem: (kind, line, offset) => problems.push(`${kind} ${line} ${offset}`),
    context: () => undefined,
  };
  const handler: LineHandler = {
    line(piece, from, to, line, offset, flags) {
      // Empty lines say nothing, and readers pass over them.
      if (to > from) given.push({ text: piece.toString('latin1', from, to), line, offset, flags });
    },
    ...(joins
      ? {
          begins(piece: Buffer, from: number, to: number): boolean {
            asked++;
            return from === to || piece[from] !== 32;
          },
        }
      : {}),
  };
  const run = readLines(sink, handler);
  for (let at = 0; at < bytes.length;) {
    const length = piece();
    run.feed(Buffer.from(bytes.subarray(at, at + length)));
    at += length;
  }
  run.end();
  return { given, problems, asked };
}

describe('lines and records', () => {
  it('are the same wherever pieces are cut, and stand where they say', () => {
    const random = seeded('lines');
    for (let round = 0; round < 200; round++) {
      const parts = Array.from({ length: random.below(30) }, () =>
        random.pick(['a', 'bc', ' ', ' d', '\n', '\n', '\r\n', '\0', '\0\0\0\0', '\r', 'ä']),
      );
      // No byte order mark and no UTF-16 by chance.
      const bytes = Buffer.from(`begin of the file\n${parts.join('')}`);
      for (const joins of [false, true]) {
        const whole = cut(bytes, () => 1_000_000, joins);
        for (const { offset, text } of whole.given) {
          // Zero bytes before the later lines of a record are left out.
          const first = text.replace(/\n.*$/s, '');
          expect(bytes.toString('latin1', offset, offset + first.length)).toBe(first);
        }
        const lines = bytes.toString('latin1').replace(/\n$/, '').split('\n');
        if (joins) expect(whole.asked).toBe(lines.length);
        else {
          const says = (text: string): boolean => /[^\0\r]/.test(text);
          expect(whole.given.filter(({ text }) => says(text))).toHaveLength(lines.filter(says).length);
        }
        for (const piece of [() => 1, () => 3, () => 1 + random.below(20)]) {
          const again = cut(bytes, piece, joins);
          expect([again.given, again.asked]).toEqual([whole.given, whole.asked]);
        }
      }
    }
  });

  it('bound a record that never ends, in time that grows with its size', () => {
    const bytes = Buffer.from(`a\n${' \n'.repeat(1_500_000)}b\n`);
    for (const piece of [1000, 100_000_000]) {
      const began = performance.now();
      const { given, problems } = cut(bytes, () => piece, true);
      expect(performance.now() - began).toBeLessThan(5000);
      expect(problems).toHaveLength(2);
      expect(given.map(({ flags }) => flags & rowFlags.clipped).slice(0, 2)).toEqual([
        rowFlags.clipped,
        rowFlags.clipped,
      ]);
      expect(given.at(-1)).toMatchObject({ text: 'b', line: 1_500_002, offset: bytes.length - 2, flags: 0 });
      for (const { text } of given) expect(text.length).toBeLessThanOrEqual(LONGEST_LINE + 2);
    }
  });

  it('mark the record that is cut, and no other', () => {
    const bytes = Buffer.from(`a\n${'x'.repeat(LONGEST_LINE + 5)}\n b\nc\n d\n`);
    for (const piece of [5000, 100_000_000]) {
      const { given, problems } = cut(bytes, () => piece, true);
      expect(given.map(({ flags, line, text }) => [line, flags, text.length])).toEqual([
        [1, 0, 1],
        [2, rowFlags.clipped, LONGEST_LINE],
        // What goes on with it finds no room.
        [3, rowFlags.clipped, 2],
        [4, 0, 4],
      ]);
      expect(problems).toHaveLength(2);
    }
  });

  it('tell half a character at the end of UTF-16', () => {
    const { given } = cut(Buffer.from([0xff, 0xfe, 0x61, 0, 0x62]), () => 1, false);
    expect(given.map(({ text }) => text)).toEqual(['a\u00ef\u00bf\u00bd']);
  });
});
