import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { unzstd } from '../../../src-main/logs/reading/inflate.ts';
import { type PackedSource, fileSource } from '../../../src-main/logs/reading/packed-source.ts';
import { type UnpackProblem, unpackLog } from '../../../src-main/logs/reading/unpack.ts';
import type { UnpackMost } from '../../../src-main/logs/reading/unpack-limits.ts';
import { hasSamples, sampleBytes, samplePath } from './samples.ts';
import { zipFile } from '../../support/zip-file.ts';

const TEXT = Buffer.from(
  Array.from({ length: 50_000 }, (_, i) => `${i} a line of a log ${i * i}\n`).join(''),
);

/** @param hasPlaces whether its bytes can be read at any place */
function bytesSource(name: string, bytes: Buffer, piece = 1000, hasPlaces = true): PackedSource {
  return {
    name,
    modified: 7,
    *pieces() {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
    },
    places: hasPlaces
      ? {
          size: bytes.length,
          read: (at, length) => Promise.resolve(bytes.subarray(at, at + length)),
          close: () => Promise.resolve(),
        }
      : null,
  };
}

interface Unpacked {
  readonly members: { name: string; modified: number | null; bytes: Buffer }[];
  readonly problems: UnpackProblem[];
  readonly largest: number;
}

async function unpacked(source: PackedSource, most?: Partial<UnpackMost>): Promise<Unpacked> {
  const [members, problems]: [Unpacked['members'], UnpackProblem[]] = [[], []];
  let largest = 0;
  for await (const { name, modified, pieces } of unpackLog(
    source,
    (problem) => problems.push(problem),
    most,
  )) {
    const parts: Buffer[] = [];
    for await (const piece of pieces) {
      largest = Math.max(largest, piece.length);
      parts.push(Buffer.from(piece));
    }
    members.push({ name, modified, bytes: Buffer.concat(parts) });
  }
  return { members, problems, largest };
}

const kinds = ({ problems }: Unpacked): unknown[] =>
  problems.map(({ kind, member, detail }) => [kind, member, detail]);

describe('unpacking', () => {
  const gzip = gzipSync(TEXT);
  const zstd = zstdCompressSync(TEXT);

  it.each([
    ['a.log', 'a.log', TEXT],
    ['a.log', 'a.log', Buffer.alloc(0)],
    ['a.log.gz', 'a.log', gzip],
    ['a.log.GZ', 'a.log', Buffer.concat([gzipSync(TEXT.subarray(0, 999)), gzipSync(TEXT.subarray(999))])],
    ['a.log.zst', 'a.log', zstd],
    ['named wrongly.txt', 'named wrongly.txt', zstd],
    [
      'a.zst',
      'a',
      Buffer.concat([zstdCompressSync(TEXT.subarray(0, 999)), zstdCompressSync(TEXT.subarray(999))]),
    ],
  ])('gives %s as %s', async (name, plain, bytes) => {
    for (const piece of [1000, 100_000_000]) {
      const seen = await unpacked(bytesSource(name, bytes, piece, false));
      expect(seen.problems).toEqual([]);
      expect(seen.members.map((one) => [one.name, one.modified])).toEqual([[plain, 7]]);
      expect(seen.members[0]?.bytes.equals(bytes.length === 0 ? bytes : TEXT)).toBe(true);
    }
  });

  it('keeps what was decoded of a file that ends early or is damaged, and tells it', async () => {
    for (const [packed, name] of [
      [gzip, 'a.gz'],
      [zstd, 'a.zst'],
    ] as const) {
      const cut = await unpacked(bytesSource(name, packed.subarray(0, packed.length / 2)));
      const [bytes] = cut.members.map((one) => one.bytes);
      expect(kinds(cut)).toEqual([['truncated', 'a', expect.any(String)]]);
      expect(cut.problems[0]?.offset).toBe(bytes?.length);
      expect(bytes?.length).toBeGreaterThan(TEXT.length / 3);
      expect(TEXT.subarray(0, bytes?.length).equals(bytes ?? TEXT)).toBe(true);
    }
    const wrong = Buffer.from(gzip);
    wrong[gzip.length - 6] = (wrong[gzip.length - 6] ?? 0) ^ 1;
    const damaged = await unpacked(bytesSource('a.gz', wrong));
    expect(kinds(damaged)).toEqual([['checksum', 'a', 'crc32']]);
    expect(damaged.members[0]?.bytes.equals(TEXT)).toBe(true);
    const torn = Buffer.from(gzip);
    const middle = Math.floor(gzip.length / 2);
    torn.fill(0xff, middle, middle + 50);
    expect(kinds(await unpacked(bytesSource('a.gz', torn)))).toEqual([
      [expect.stringMatching(/^(?:broken-record|checksum)$/), 'a', expect.any(String)],
    ]);
  });

  it('reads zstd where the runtime has none', async () => {
    const read = async (bytes: Buffer): Promise<[Buffer, unknown]> => {
      const parts: Buffer[] = [];
      const all = unzstd([bytes], false);
      for (;;) {
        const next = await all.next();
        if (next.done === true) return [Buffer.concat(parts), next.value];
        parts.push(next.value);
      }
    };
    expect(await read(zstd)).toEqual([TEXT, null]);
    const [bytes, brokenOff] = await read(zstd.subarray(0, zstd.length / 2));
    expect(brokenOff).toMatchObject({ kind: 'truncated' });
    expect(TEXT.subarray(0, bytes.length).equals(bytes)).toBe(true);
  });

  it('gives the members of an archive, with names that are never paths', async () => {
    const bytes = zipFile([
      { name: 'logs/', bytes: Buffer.alloc(0), method: 0 },
      { name: 'logs/request.log', bytes: TEXT, modified: 1_795_000_000 },
      { name: '../../etc/passwd', bytes: Buffer.from('stored'), method: 0 },
      { name: 'C:\\older.log.gz', bytes: gzip },
      { name: 'leer-\u00fc.log', bytes: Buffer.alloc(0) },
    ]);
    for (const hasPlaces of [true, false]) {
      const seen = await unpacked(bytesSource('all.zip', bytes, 1000, hasPlaces));
      expect(seen.problems).toEqual([]);
      expect(seen.members.map(({ name, modified, bytes }) => [name, modified, bytes.length])).toEqual([
        ['logs/request.log', 1_795_000_000_000, TEXT.length],
        ['../../etc/passwd', null, 6],
        ['C:/older.log', null, TEXT.length],
        ['leer-\u00fc.log', null, 0],
      ]);
    }
  });

  it('leaves out what it cannot read of an archive, and goes on', async () => {
    const bytes = zipFile([
      { name: 'locked', bytes: TEXT, encrypted: true },
      { name: 'odd', bytes: TEXT, method: 12 },
      { name: 'inner.zip', bytes: zipFile([{ name: 'x', bytes: TEXT }]) },
      { name: 'inner.bz2', bytes: Buffer.from('BZh91AY&SY') },
      { name: 'changed', bytes: TEXT, sum: 1 },
      { name: 'good', bytes: TEXT },
    ]);
    const seen = await unpacked(bytesSource('all.zip', bytes));
    expect(kinds(seen)).toEqual([
      ['left-out', 'locked', 'encrypted'],
      ['left-out', 'odd', 'method 12'],
      ['left-out', 'inner.zip', 'zip'],
      ['left-out', 'inner.bz2', 'bzip2'],
      ['checksum', 'changed', 'crc32'],
    ]);
    expect(seen.members.map(({ name }) => name)).toEqual(['changed', 'good']);
    // A member that is not read does not keep the next one from being read.
    const names: string[] = [];
    for await (const { name } of unpackLog(bytesSource('all.zip', bytes), () => undefined)) names.push(name);
    expect(names).toEqual(['changed', 'good']);
  });

  it('stops what grows without measure', async () => {
    const zeros = Buffer.alloc(20_000_000);
    const most = { free: 1_000_000 };
    for (const [name, bytes] of [
      ['bomb.gz', gzipSync(zeros)],
      ['bomb.zst', zstdCompressSync(zeros)],
      [
        'bomb.zip',
        zipFile([
          { name: 'bomb', bytes: zeros },
          { name: 'next', bytes: TEXT },
        ]),
      ],
    ] as const) {
      const seen = await unpacked(bytesSource(name, bytes), most);
      expect(kinds(seen)).toContainEqual(['left-out', 'bomb', 'ratio 200']);
      expect(seen.members[0]?.bytes.length).toBeLessThanOrEqual(200 * bytes.length + 1_000_000);
      expect(seen.largest).toBeLessThanOrEqual(256 * 1024);
    }
    const total = await unpacked(bytesSource('a.gz', gzip), { total: 100_000 });
    expect(kinds(total)).toEqual([['left-out', 'a', 'total 100000']]);
    const many = zipFile(Array.from({ length: 5 }, (_, i) => ({ name: `${i}`, bytes: TEXT })));
    const few = await unpacked(bytesSource('a.zip', many), { members: 3 });
    expect([few.members.length, few.problems.length]).toEqual([3, 2]);
  });

  it('says what it does not unpack, and archives that it cannot read', async () => {
    const tar = Buffer.alloc(1024);
    tar.write('ustar', 257);
    for (const [name, bytes, program] of [
      ['a.bz2', Buffer.from('BZh91AY&SY'), 'bunzip2'],
      ['a.xz', Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 0, 4]), 'unxz'],
      ['a.tar', tar, 'tar -xf'],
    ] as const) {
      await expect(unpacked(bytesSource(name, bytes))).rejects.toMatchObject({
        code: 'unpack-first',
        message: expect.stringContaining(`(${program})`),
      });
    }
    const zip = zipFile([{ name: 'a', bytes: TEXT }]);
    const cut = zip.subarray(0, zip.length - 30);
    await expect(unpacked(bytesSource('a.zip', cut))).rejects.toMatchObject({ code: 'archive-damaged' });
    const wild = Buffer.from(zip);
    wild.writeUInt32LE(0xfffffff0, zip.length - 6);
    await expect(unpacked(bytesSource('a.zip', wild))).rejects.toMatchObject({ code: 'archive-damaged' });
  });

  it('survives archives whose bytes were changed', async () => {
    const zip = zipFile([
      { name: 'a', bytes: TEXT.subarray(0, 2000) },
      { name: 'b', bytes: Buffer.from('b') },
    ]);
    for (let at = 0; at < zip.length; at += 3) {
      const bytes = Buffer.from(zip);
      bytes[at] = (bytes[at] ?? 0) ^ 0x41;
      const seen = await unpacked(bytesSource('a.zip', bytes)).catch((error: unknown) => {
        expect(error).toMatchObject({ code: expect.stringMatching(/^(?:archive-damaged|unpack-first)$/) });
        return null;
      });
      expect(seen === null || seen.members.length <= 2).toBe(true);
    }
  });
});

describe('a file as a source', () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-unpack-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is read in pieces and at places', async () => {
    const path = join(folder, 'a.zip');
    writeFileSync(path, zipFile([{ name: 'a.log', bytes: TEXT }]));
    const source = await fileSource(path);
    const { members } = await unpacked(source);
    expect(members.map(({ name, bytes }) => [name, bytes.equals(TEXT)])).toEqual([['a.log', true]]);
    await source.places?.close();
    await expect(fileSource(join(folder, 'nothing'))).rejects.toMatchObject({ code: 'file-missing' });
  });
});

describe.skipIf(!hasSamples)('packed samples (skipped: no samples, where they are not there)', () => {
  it('are the same log in two containers; the two others are named', async () => {
    const plain = gunzipSync(sampleBytes('syslog/syslog.gz'));
    for (const ending of ['gz', 'zip']) {
      const source = await fileSource(samplePath(`syslog/syslog.${ending}`));
      const { members, problems } = await unpacked(source);
      expect(problems).toEqual([]);
      expect(members[0]?.bytes.equals(plain)).toBe(true);
      // The archive holds a binary file, too.
      expect(members.map(({ name }) => name)).toEqual(ending === 'gz' ? ['syslog'] : ['syslog', 'wtmp.1']);
      await source.places?.close();
    }
    for (const ending of ['bz2', 'xz']) {
      const source = await fileSource(samplePath(`syslog/syslog.${ending}`));
      await expect(unpacked(source)).rejects.toMatchObject({ code: 'unpack-first' });
      await source.places?.close();
    }
  });
});
