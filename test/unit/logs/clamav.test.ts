import { describe, expect, it } from 'vitest';
import { clamav } from '../../../src-main/logs/readers/clamav.ts';
import { logReaders } from '../../../src-main/logs/readers/index.ts';
import { readAll, sampleOf } from './read.ts';
import { hasSamples, sampleBytes } from './samples.ts';

const given = { zone: 'Europe/Berlin' };
const scan = (day: string, ...lines: readonly string[]): string =>
  [
    ...lines,
    '',
    '----------- SCAN SUMMARY -----------',
    'Infected files: 2',
    `Start Date: 2026:11:${day} 23:59:55`,
    `End Date:   2026:11:${day} 23:59:58`,
    '',
  ].join('\n');

describe('logs of ClamAV', () => {
  it('gives the lines of a scan the time at which it began, also where several scans stand in one file', () => {
    const text =
      scan('24', '/srv/a: b.cfm: Eicar-Test FOUND', '/srv/c.cfm: OK') +
      scan('25', '/srv/d: Access denied. ERROR');
    for (const piece of [1, 50, 1 << 16]) {
      const { rows, problems } = readAll(clamav, text, given, piece);
      expect(problems).toEqual([]);
      expect(rows).toHaveLength(11);
      expect(rows[0]).toMatchObject({
        line: 1,
        time: '2026-11-24T22:59:55Z',
        columns: { path: '/srv/a: b.cfm', rule: 'Eicar-Test', action: 'FOUND' },
      });
      expect(rows[1]?.columns).toEqual({ path: '/srv/c.cfm', action: 'OK' });
      expect(rows[6]).toMatchObject({
        time: '2026-11-25T22:59:55Z',
        columns: { path: '/srv/d', action: 'ERROR' },
      });
    }
  });

  it('says where a scan has no summary, and keeps its lines', () => {
    const { rows, problems } = readAll(clamav, '/a: X FOUND\n/b: OK', given);
    expect(rows.map(({ time }) => time)).toEqual([null, null]);
    expect(problems.map(({ kind }) => kind)).toEqual(['no-time', 'no-time']);
    const long = readAll(
      clamav,
      `${`/${'x'.repeat(1000)}: OK\n`.repeat(20_000)}${scan('24', '/z: Y FOUND')}`,
      given,
    );
    expect(long.rows).toHaveLength(20_005);
    expect(long.rows.at(-5)).toMatchObject({ time: '2026-11-24T22:59:55Z', columns: { rule: 'Y' } });
    expect(long.problems.length).toBeGreaterThan(10_000);
  });

  it('reads the daemon, with the hash of what it found and who sent it', () => {
    const text =
      'Wed Nov 25 00:02:58 2026 -> instream(203.0.113.77@50123): Eicar(44d88612fea8a8f36de82e1278abb02f:68) FOUND\n' +
      'Thu Nov  5 00:02:58 2026 -> Reading databases from /srv/shop/db\n' +
      'Thu Nov 31 00:02:58 2026 -> /x: OK\n';
    const { rows, problems } = readAll(clamav, text, given);
    expect(rows[0]).toMatchObject({
      time: '2026-11-24T23:02:58Z',
      columns: { rule: 'Eicar', action: 'FOUND', address: '203.0.113.77' },
    });
    expect(rows[0]?.fields).toContainEqual({ name: 'md5', value: '44d88612fea8a8f36de82e1278abb02f' });
    expect(rows[1]).toMatchObject({ time: '2026-11-04T23:02:58Z', columns: {} });
    expect(problems).toMatchObject([{ kind: 'bad-time', line: 3 }]);
  });

  it('takes no time for a line that is made to take it', () => {
    const started = performance.now();
    const { rows } = readAll(
      clamav,
      `${': '.repeat(500_000)}x FOUND\n${'(0:'.repeat(300_000)}: a FOUND`,
      given,
    );
    expect(rows.map(({ columns }) => columns['rule'])).toEqual(['x', 'a']);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('asks for the zone, and is not taken for other logs', () => {
    expect(clamav.detect(sampleOf('c.log', scan('24', '/a: X FOUND')))).toEqual({
      certainty: 0.95,
      asks: { zone: true },
    });
    expect(clamav.detect(sampleOf('c.log', '/a: X FOUND\n/b: OK\n'))?.certainty).toBeCloseTo(0.7);
    expect(clamav.detect(sampleOf('c.log', 'key: value\nother: text\n'))).toBeNull();
    expect(clamav.detect(sampleOf('c.log', ''))).toBeNull();
  });

  it.skipIf(!hasSamples)(
    'reads what the real programs wrote (skipped: no samples, where they are not there)',
    () => {
      const scanned = readAll(clamav, sampleBytes('clamav/clamscan.log'), { zone: 'UTC' });
      expect(scanned.rows.filter(({ columns }) => columns['action'] === 'FOUND')).toHaveLength(2);
      expect(new Set(scanned.rows.map(({ time }) => time))).toEqual(new Set(['2026-11-24T23:59:55Z']));
      const daemon = readAll(clamav, sampleBytes('clamav/clamd.log'), { zone: 'UTC' });
      expect(daemon.rows).toHaveLength(54);
      expect(daemon.problems).toEqual([]);
      expect(daemon.rows.filter(({ columns }) => columns['action'] === 'FOUND')).toHaveLength(3);
      expect(daemon.rows.filter(({ columns }) => columns['action'] === 'OK')).toHaveLength(1);
      for (const name of ['clamscan.log', 'clamd.log']) {
        const sample = sampleOf(name, sampleBytes(`clamav/${name}`));
        const sure = (i: number): number => logReaders[i]?.detect(sample)?.certainty ?? 0;
        const best = logReaders.map((_, i) => i).toSorted((a, b) => sure(b) - sure(a))[0] ?? 0;
        expect(logReaders[best]).toBe(clamav);
      }
    },
  );
});
