import { describe, expect, it } from 'vitest';
import { EVTX_LIMITS } from '../../../src-main/logs/evtx/limits.ts';
import { FRAGMENT, u16, u32 } from '../../fixtures/evtx/chunk-writer.ts';
import * as harm from '../../fixtures/evtx/damage.ts';
import { EvtxWriter } from '../../fixtures/evtx/evtx-writer.ts';
import * as v from '../../fixtures/evtx/values.ts';
import { dataOf, foundCounts, kinds, readEvtx } from './evtx-read.ts';
import { walkCount } from './evtx-walk.ts';

/** Chunks of records, numbered from 1 through all of them. */
function file(...records: readonly number[]): Buffer {
  const writer = new EvtxWriter();
  records.forEach((count, i) => {
    if (i > 0) writer.nextChunk();
    for (let n = 0; n < count; n += 1) writer.add({ data: [['Text', v.wide(`chunk ${i}, record ${n}`)]] });
  });
  return writer.finish();
}

const numbers = (read: ReturnType<typeof readEvtx>): (number | null)[] =>
  read.records.map(({ number }) => number);

describe('a sound event log', () => {
  it('has nothing to complain about, in pieces of any size', () => {
    const whole = file(3, 2);
    for (const piece of [1000, 4095, 4096, 65_536, whole.length]) {
      const read = readEvtx(whole, piece);
      expect(kinds(read)).toEqual([]);
      expect(foundCounts(read)).toEqual({ announced: 5 });
      expect(numbers(read)).toEqual([1, 2, 3, 4, 5]);
      expect(read.records.map((record) => dataOf(record)['Text']).at(-1)).toBe('chunk 1, record 1');
    }
    expect(readEvtx(whole).summary.header).toEqual({
      version: '3.1',
      chunks: 2,
      nextRecord: 6,
      dirty: false,
      full: false,
      unchecked: false,
      checksum: 'right',
    });
  });

  it('says where each record is, when, by whom and about whom', () => {
    const user = 'S-1-5-21-1-2-3-500';
    const bytes = new EvtxWriter()
      .add({ number: 77, at: '2026-11-17T01:11:42.1234567Z', written: 0n, eventId: 1102, level: 4, user })
      .finish();
    const [record] = readEvtx(bytes).records;
    expect(record).toMatchObject({
      offset: 4096 + 512,
      number: 77,
      written: null,
      created: { seconds: Date.parse('2026-11-17T01:11:42Z') / 1000, nanoseconds: 123_456_700 },
      eventId: 1102,
      data: [],
    });
    expect(record?.system('user')).toBe(user);
    expect(record?.system('level')).toBe('4');
    expect(record?.system('channel')).toBe('Security');
    expect(bytes.toString('latin1', record?.offset ?? 0, (record?.offset ?? 0) + 2)).toBe('**');
  });

  it('fills as many chunks as are needed', () => {
    const writer = new EvtxWriter();
    for (let n = 0; n < 700; n += 1) writer.add({ data: [[null, v.wide('x'.repeat(n))]] });
    const bytes = writer.finish();
    const read = readEvtx(bytes);
    expect(read.summary.chunks).toBeGreaterThan(5);
    expect(numbers(read)).toEqual(Array.from({ length: 700 }, (_, n) => n + 1));
    expect(walkCount(bytes)).toBe(700);
    expect(read.records.every((record, n) => dataOf(record)['Data1'] === 'x'.repeat(n))).toBe(true);
  });
});

describe('a damaged event log', () => {
  it('marks records under a wrong checksum and reads them', () => {
    const read = readEvtx(harm.wrongDataChecksum(1)(file(2, 2)));
    expect(kinds(read)).toEqual(['chunk-data-checksum']);
    expect(read.records.map(({ checksum }) => checksum)).toEqual(['right', 'right', 'wrong', 'wrong']);
    expect(kinds(readEvtx(harm.wrongHeaderChecksum(0)(file(2))))).toEqual(['chunk-header-checksum']);
    expect(kinds(readEvtx(harm.withoutChecksums(file(2, 1))))).toEqual([]);
  });

  it('finds all chunks whatever the header counts', () => {
    const read = readEvtx(harm.staleCounts(1)(file(1, 1, 1)));
    expect(numbers(read)).toEqual([1, 2, 3]);
    expect(read.summary).toMatchObject({ chunks: 3, header: { chunks: 1, dirty: true } });
    expect(kinds(read)).toEqual(['chunk-count']);
    const headless = readEvtx(harm.noFileHeader(file(1, 1)));
    expect(numbers(headless)).toEqual([1, 2]);
    expect(kinds(headless)).toEqual(['no-file-header']);
    const carved = readEvtx(file(1, 1).subarray(4096));
    expect(numbers(carved)).toEqual([1, 2]);
  });

  it('reads a cut chunk as far as its records are whole', () => {
    const whole = file(2, 3);
    const third = readEvtx(whole).records[4]?.offset ?? 0;
    const cut = harm.cutAt(third + 40)(whole);
    const read = readEvtx(cut);
    expect(numbers(read)).toEqual([1, 2, 3, 4]);
    expect(kinds(read)).toContain('short-chunk');
    expect(kinds(read)).toContain('broken-chain');
    expect(walkCount(cut)).toBe(4);
    for (const length of [0, 7, 127, 4096, 4100, 4096 + 511]) {
      expect(readEvtx(harm.cutAt(length)(whole)).records).toEqual([]);
    }
  });

  it('finds records that the chunk does not announce, in free space, and without a chunk', () => {
    expect(foundCounts(readEvtx(harm.announce(0, 2)(file(5))))).toEqual({ announced: 2, beyond: 3 });
    const slack = readEvtx(harm.freeAfter(0, 2)(file(5)));
    expect(foundCounts(slack)).toEqual({ announced: 2, slack: 3 });
    expect(dataOf(slack.records[4])['Text']).toBe('chunk 0, record 4');
    const lost = readEvtx(harm.noMagic(1)(file(2, 3)));
    expect(foundCounts(lost)).toEqual({ announced: 2, 'no-chunk': 3 });
    expect(kinds(lost)).toEqual(['no-chunk', 'chunk-count']);
    expect(dataOf(lost.records[2])['Text']).toBe('chunk 1, record 0');
  });

  it('goes on behind a broken record', () => {
    const broken = harm.inRecord(0, 1, (record) => void record.fill(0, 0, 8))(file(4));
    const read = readEvtx(broken);
    expect(numbers(read)).toEqual([1, 3, 4]);
    expect(foundCounts(read)).toEqual({ announced: 1, 'after-gap': 2 });
    expect(kinds(read)).toEqual(['broken-chain']);
    const torn = readEvtx(harm.inRecord(0, 2, (record) => void record.fill(0, record.length - 8))(file(4)));
    expect(foundCounts(torn)).toEqual({ announced: 2, torn: 1, 'after-gap': 1 });
    // The control: without harm, all are announced.
    expect(foundCounts(readEvtx(file(4)))).toEqual({ announced: 4 });
  });

  it('does not believe an end of records that cannot be', () => {
    for (const end of [0, 511, 65_537, 0xffffffff]) {
      const read = readEvtx(harm.inChunkHeader(0, (header) => void header.writeUInt32LE(end, 48))(file(3)));
      expect(numbers(read)).toEqual([1, 2, 3]);
      expect(kinds(read)).toContain('free-space-offset');
    }
  });

  it('does not read a record by a template that is not its own', () => {
    const [at] = [24 + 4 + 2];
    const other = harm.inRecord(0, 1, (record) => void record.writeUInt32LE(0x01020304, at))(file(2));
    const [, record] = readEvtx(other).records;
    expect(record?.damage).toBe('template-lost');
    expect(record?.xml).toMatch(/^<Values><!-- damaged: its template was overwritten.*<Value>WEB01<\/Value>/);
    expect(record).toMatchObject({ number: 2, eventId: null, created: null });
    expect(record?.written).not.toBeNull();
  });

  it('names what points outside, and keeps what stands before it', () => {
    const outside = harm.inRecord(
      0,
      1,
      (record) => void record.writeUInt32LE(0xfffffff0, 24 + 4 + 6),
    )(file(2));
    expect(readEvtx(outside).records[1]?.damage).toBe('template-lost');
    const count = harm.inRecord(
      0,
      1,
      (record) => void record.writeUInt32LE(0xffffffff, 24 + 4 + 10),
    )(file(2));
    expect(readEvtx(count).records[1]?.damage).toBe('cut-off');
    const name = raw((chunk) => {
      chunk.put(FRAGMENT, Buffer.from([0x01]), u32(20), u32(60_000));
    });
    expect(name.damage).toBe('outside');
    const token = raw((chunk) => {
      chunk.put(FRAGMENT, Buffer.from([0x01]), u32(0));
      chunk.name('Event');
      chunk.put(Buffer.from([0x02, 0x05, 0x01]), u16(2), Buffer.from('ab', 'utf16le'), Buffer.from([0x3f]));
    });
    expect(token.damage).toBe('unknown-token');
    expect(token.xml).toMatch(/^<Event>ab<!-- damaged: .* --><\/Event>$|^<Event>ab<\/Event><!-- damaged: /);
    expect(raw(() => undefined)).toMatchObject({ damage: 'empty' });
  });
});

/** The first record of a file whose binary XML a test writes itself. */
function raw(body: Parameters<EvtxWriter['record']>[2]) {
  const read = readEvtx(new EvtxWriter().record(1, v.ticks('2026-11-17T01:11:42Z'), body).finish());
  const [record] = read.records;
  if (record === undefined) throw new Error('no record');
  return { damage: record.damage, xml: record.xml, data: record.data };
}

describe('a hostile event log', () => {
  it('stops at elements that lie too deep inside each other', () => {
    const nested = (depth: number) =>
      raw((chunk) => {
        chunk.put(FRAGMENT);
        for (let i = 0; i < depth; i += 1) {
          chunk.put(Buffer.from([0x01]), u32(0));
          chunk.name('A');
          chunk.put(Buffer.from([0x02]));
        }
        chunk.put(Buffer.alloc(depth, 0x04), Buffer.from([0x00]));
      });
    expect(nested(EVTX_LIMITS.depth)).toMatchObject({ damage: null });
    expect(nested(EVTX_LIMITS.depth + 1)).toMatchObject({ damage: 'too-deep' });
    expect(nested(2000).xml.length).toBeLessThan(2000);
  });

  it('stops at a template that contains itself', () => {
    const loop = raw((chunk) => {
      const id = Buffer.alloc(16, 7);
      const instance = (offset: number): Buffer =>
        Buffer.concat([Buffer.from([0x0c, 0x01]), id.subarray(0, 4), u32(offset)]);
      chunk.put(FRAGMENT);
      const definition = chunk.at + 10;
      chunk.put(instance(definition), u32(0), id, u32(4 + 10 + 4 + 1));
      chunk.put(FRAGMENT, instance(definition), u32(0), Buffer.from([0x00]));
      chunk.put(u32(0), Buffer.from([0x00]));
    });
    expect(loop.damage).toBe('loop');
  });

  it('stops at binary XML that lies too deep inside itself', () => {
    const template = { name: 'E', content: [{ value: 0 }] };
    const nested = (depth: number) =>
      raw((chunk) => {
        const level = (left: number): void =>
          chunk.filled(
            template,
            [left > 0 ? v.nothing : v.wide('x')],
            left > 0 ? () => level(left - 1) : undefined,
          );
        level(depth);
      });
    expect(nested(EVTX_LIMITS.nested)).toMatchObject({ damage: null });
    expect(nested(EVTX_LIMITS.nested).xml).toBe(`${'<E>'.repeat(9)}x${'</E>'.repeat(9)}`);
    expect(nested(EVTX_LIMITS.nested + 1)).toMatchObject({ damage: 'too-deep' });
  });

  it('does not let a record or a chunk grow without end', () => {
    const writer = new EvtxWriter();
    const template = {
      name: 'Event',
      content: Array.from({ length: 1000 }, () => ({ name: 'D', content: [{ value: 0 }] })),
    };
    for (let n = 0; n < 60; n += 1) {
      writer.record(n + 1, 0n, (chunk) => chunk.filled(template, [v.wide('y'.repeat(n === 0 ? 1200 : 300))]));
    }
    const { records } = readEvtx(writer.finish());
    const [first] = records;
    expect(first?.damage).toBe('record-limit');
    const total = records.reduce((sum, { xml, data }) => sum + xml.length + data.length, 0);
    expect(records.at(-1)?.damage).toBe('chunk-limit');
    expect(total).toBeLessThan(EVTX_LIMITS.chunk * 1.1);
  });

  it('does not let a name close its own tag', () => {
    const { xml } = raw((chunk) => {
      chunk.put(FRAGMENT);
      chunk.element({ name: 'a><script', attributes: [['1 x="', '"<']], content: ['&'] }, false);
      chunk.put(Buffer.from([0x00]));
    });
    expect(xml).toBe('<a__script _1_x__="&quot;&lt;">&amp;</a__script>');
  });
});
