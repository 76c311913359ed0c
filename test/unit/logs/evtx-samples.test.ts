import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ExactTime } from '../../../src-main/logs/evtx/filetime.ts';
import type { EvtxRecord } from '../../../src-main/logs/evtx/record.ts';
import { readEvtx } from './evtx-read.ts';
import { walkCount } from './evtx-walk.ts';
import { timeText } from './read.ts';
import { hasSamples, sampleBytes, samplePath } from './samples.ts';

/** Counts that were made without any code of ours: see the README of the samples. */
interface Counted {
  readonly walk_records: number;
  readonly evtxexport_items: number;
  readonly evtxexport_recovered: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly event_ids: Readonly<Record<string, number>>;
  readonly computers: Readonly<Record<string, number>>;
  readonly flags: number;
  readonly header_chunks: number;
  readonly good_chunks: number;
  readonly bad_chunk_data_crc: number;
  readonly bad_chunk_header_crc: number;
}

const counts = hasSamples
  ? (JSON.parse(sampleBytes('evtx/counts.json').toString()) as Readonly<Record<string, Counted>>)
  : {};
const files = hasSamples ? globSync('evtx/*/*.evtx', { cwd: samplePath('') }).toSorted() : [];
const title = hasSamples ? 'real event logs' : 'skipped: no samples';

/** The chain of a chunk, which is what the walk counts. */
const inChain = ({ found }: EvtxRecord): boolean => ['announced', 'beyond', 'torn'].includes(found);

const tally = (keys: readonly (string | number)[]): Record<string, number> => {
  const counted: Record<string, number> = {};
  for (const key of keys) counted[key] = (counted[key] ?? 0) + 1;
  return counted;
};

const isTime = (time: ExactTime | null): time is ExactTime => time !== null;
const nineDigits = (text: string): string =>
  text.replace(/(?:\.(\d+))?Z$/, (_, d = '') => `.${d.padEnd(9, '0')}Z`);

// oxlint-disable-next-line vitest/valid-title -- a run without the folder names the reason in its report
describe.skipIf(!hasSamples)(title, () => {
  test('are all there', () => {
    expect(files).toHaveLength(43);
    expect(files.map((file) => basename(file)).toSorted()).toEqual(Object.keys(counts).toSorted());
  });

  test.each(files)('%s', (file) => {
    const bytes = sampleBytes(file);
    const counted = counts[basename(file)];
    if (counted === undefined) throw new Error('no counts');
    const read = readEvtx(bytes, 100_003);
    const chain = read.records.filter(inChain);
    expect(chain).toHaveLength(counted.walk_records);
    expect(walkCount(bytes)).toBe(counted.walk_records);
    expect(read.records.length - counted.evtxexport_items).toBeGreaterThanOrEqual(
      counted.evtxexport_recovered,
    );

    const { header } = read.summary;
    expect(header).toMatchObject({ chunks: counted.header_chunks, dirty: (counted.flags & 1) !== 0 });
    const wrong = (kind: string): number => read.problems.filter((problem) => problem.kind === kind).length;
    // Without checksums the fields hold nothing, and the counts were made without knowing that.
    const checked = (count: number): number => ((counted.flags & 4) === 0 ? count : 0);
    expect(wrong('chunk-data-checksum')).toBe(checked(counted.bad_chunk_data_crc));
    expect(wrong('chunk-header-checksum')).toBe(checked(counted.bad_chunk_header_crc));

    // What is torn is not whole; all others are read to the end.
    expect(chain.filter(({ found, damage }) => found !== 'torn' && damage !== null)).toEqual([]);
    // evtxexport gave up in the middle of three files: nothing to compare there.
    const announced = read.records.filter(({ found }) => found === 'announced');
    if (announced.length !== counted.evtxexport_items) return;
    // The counts are of all `<EventID>`; an event 1108 holds another event.
    const written = announced.map(({ xml }) =>
      [...xml.matchAll(/<EventID[^>]*>(\d+)</g)].map(([, id = '']) => id),
    );
    expect(tally(written.flat())).toEqual(counted.event_ids);
    expect(announced.map(({ eventId }) => String(eventId))).toEqual(written.map(([id]) => id));
    // The three most frequent ones.
    expect(tally(announced.map((record) => record.system('computer')))).toMatchObject(counted.computers);
    const times = announced
      .map(({ created }) => created)
      .filter(isTime)
      .map(({ seconds, nanoseconds }) => nineDigits(timeText(seconds, nanoseconds)))
      .toSorted();
    expect(times).toHaveLength(announced.length);
    expect([times[0], times.at(-1)]).toEqual([counted.first, counted.last]);
  });
});
