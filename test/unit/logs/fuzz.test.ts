import { describe, expect, it } from 'vitest';
import { logReaders } from '../../../src-main/logs/readers/index.ts';
import { LONGEST_LINE, readLines } from '../../../src-main/logs/reading/lines.ts';
import type { LogReader } from '../../../src-main/logs/reading/reader.ts';
import { RowDraft } from '../../../src-main/logs/reading/row.ts';
import type { Random } from '../../support/random.ts';
import { full } from '../../support/scale.ts';
import { seeded } from '../../support/seed.ts';
import { answers, logFixtures } from './fixtures.ts';
import { nothingGiven, sampleOf } from './read.ts';

const ROUNDS = full ? 8500 : 120;
/** Bytes that mean something to one reader or another. */
const SPECIAL = [0, 9, 10, 13, 32, 34, 39, 44, 45, 58, 59, 60, 91, 92, 93, 123, 125, 0x80, 0xc3, 0xff];

/** Flips, removes, repeats and inserts, a few times. */
function mutated(bytes: Buffer, random: Random): Buffer {
  let all = bytes;
  for (let i = 1 + random.below(4); i > 0; i--) {
    const at = random.below(all.length + 1);
    const length = random.below(40);
    const [before, behind] = [all.subarray(0, at), all.subarray(at)];
    const part = all.subarray(at, at + length);
    const special = Buffer.from(Array.from({ length: 1 + random.below(4) }, () => random.pick(SPECIAL)));
    all = random.pick([
      () => Buffer.concat([before, special, behind.subarray(special.length)]),
      () => Buffer.concat([before, special, behind]),
      () => Buffer.concat([before, behind.subarray(length)]),
      () => before,
      () => behind,
      () => Buffer.concat([before, ...Array.from({ length: 1 + random.below(20) }, () => part), behind]),
      () => Buffer.concat([before, Buffer.alloc(random.below(300)), behind]),
      () =>
        Buffer.concat([before, Buffer.from(part).map(() => random.below(256)), behind.subarray(part.length)]),
    ])();
  }
  return all;
}

interface Outcome {
  /** Lines that a row or a problem begins at, or that a row covers. */
  readonly lines: ReadonlySet<number>;
  readonly rows: number;
  readonly problems: number;
  readonly rawBytes: number;
  /** What headings said. */
  readonly contexts: string;
}

function outcome(reader: LogReader, bytes: Buffer, name: string, random: Random): Outcome {
  const lines = new Set<number>();
  let [rows, problems, rawBytes, context, contexts] = [0, 0, 0, '', ''];
  const row = new RowDraft();
  const run = reader.open(
    { ...nothingGiven, ...(random.below(4) === 0 ? {} : answers), name },
    {
      row,
      add() {
        rows++;
        rawBytes += row.to - row.from;
        const raw = Buffer.from(row.bytes.buffer, row.bytes.byteOffset).toString('utf8', row.from, row.to);
        const last = row.line + raw.split('\n').length - 1;
        for (let line = row.line; line <= last; line++) lines.add(line);
        expect(row.to - row.from).toBeLessThanOrEqual(2 * LONGEST_LINE);
        expect(row.offset).toBeLessThanOrEqual(bytes.length);
        expect(Number.isInteger(row.seconds) && row.nanos >= 0 && row.nanos < 1e9).toBe(true);
        if (rows < 20) expect(Array.isArray(reader.fields(raw, context))).toBe(true);
      },
      problem(_, line) {
        problems++;
        lines.add(line);
      },
      context(text) {
        context = text;
        contexts += `${text}\n`;
      },
    },
  );
  for (let at = 0; at < bytes.length;) {
    const length = random.pick([1, 7, 100, 65_536]);
    run.feed(Buffer.from(bytes.subarray(at, at + length)));
    at += length;
  }
  run.end();
  return { lines, rows, problems, rawBytes, contexts };
}

describe('all readers, with bytes that were changed', () => {
  it.each(logFixtures)(
    '$id: nothing is thrown, hangs, grows or goes missing',
    ({ bytes, id, name }) => {
      const reader = logReaders.find((one) => one.id === id);
      if (reader === undefined) throw new Error(id);
      const random = seeded(`fuzz of ${id}`);
      let slowest = 0;
      for (let round = 0; round < ROUNDS; round++) {
        const input = mutated(bytes, random);
        // Of the processor: a busy machine is no hang.
        const began = process.cpuUsage();
        const seen = outcome(reader, input, name, random);
        for (const { detect } of logReaders) detect(sampleOf(name, input));
        slowest = Math.max(slowest, process.cpuUsage(began).user / 1000);
        expect(seen.rawBytes, `round ${round}`).toBeLessThanOrEqual(input.length * 3 + 16);
        expect(seen.problems, `round ${round}`).toBeLessThanOrEqual(4 * input.length + 4);
        expect(missing(input, seen), `round ${round}`).toEqual([]);
      }
      expect(slowest).toBeLessThan(5000);
    },
    full ? 1_800_000 : 60_000,
  );
});

it('would notice a reader that leaves out lines', () => {
  const forgetful: LogReader = {
    id: 'forgetful',
    detect: () => null,
    fields: () => [],
    open: (_, sink) =>
      readLines(sink, {
        line(bytes, from, to, line, offset) {
          sink.row.begin(bytes, from, to, line, offset);
          if (line !== 2) sink.add();
        },
      }),
  };
  const bytes = Buffer.from('one\ntwo\nthree\n');
  expect(missing(bytes, outcome(forgetful, bytes, 'x.log', seeded('control')))).toEqual(['2: two']);
});

/** Lines that say something and came out nowhere: neither in a row nor as a problem, a heading or a comment. */
function missing(bytes: Buffer, { contexts, lines }: Outcome): string[] {
  // Line ends of UTF-16 are looked for by the tests of the lines themselves.
  const isMarked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isMarked || bytes.subarray(0, 4000).filter((byte) => byte === 0).length > bytes.length / 8) return [];
  const plain = (text: string): string => text.replaceAll(/[\0\r\ufeff]/g, '');
  const headings = plain(contexts);
  return bytes
    .toString('utf8')
    .split('\n')
    .flatMap((line, i) => {
      const bare = plain(line).trim();
      const says = bare !== '' && !bare.startsWith('#') && !/^[-[\]{},\s]*$/.test(bare);
      const isSaid = lines.has(i + 1) || headings.includes(bare) || /^"?sep=.$/i.test(bare);
      return says && !isSaid ? [`${i + 1}: ${bare.slice(0, 80)}`] : [];
    });
}
