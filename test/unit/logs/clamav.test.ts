import { describe, expect, it } from 'vitest';
import { clamAv } from '../../../src-main/logs/readers/clamav.ts';
import { readAll, readCut, sampleOf } from './read.ts';
import { hasSamples, sampleBytes } from './samples.ts';

const SUMMARY =
  '\n----------- SCAN SUMMARY -----------\nKnown viruses: 2\nInfected files: 1\nStart Date: 2026:11:17 02:14:00\nEnd Date:   2026:11:17 02:20:00\n';
const RULER = '-------------------------------------------------------------------------------\n';

describe('ClamAV', () => {
  it('reads what a daemon says, with hash, stream and paths that hold colons', () => {
    const at = 'Tue Nov 17 02:14:00 2026 -> ';
    const text = [
      `${at}+++ Started`,
      `${at}/srv/a: b/cmd shell (1).cfm: Local.Test(5e31970e:77) FOUND`,
      `${at}instream(10.0.0.9@5001): Eicar-Test FOUND`,
      `${at}/srv/index.cfm: OK`,
      `${at}WARNING: lstat() failed`,
      `${at.replace('17 02', ' 7 02')}daily.cvd updated (version: 1463)`,
      `${at.replace('17 02', '31 02')}no such day`,
    ].join('\n');
    expect(clamAv.detect(sampleOf('clamd.log', text))).toEqual({ certainty: 0.95, asks: { zone: true } });
    const { rows, problems } = readCut(clamAv, text, { zone: 'Europe/Berlin' });
    expect(problems.map(({ kind, line }) => [kind, line])).toEqual([['bad-time', 7]]);
    expect(rows.map(({ columns }) => columns)).toEqual([
      {},
      { path: '/srv/a: b/cmd shell (1).cfm', rule: 'Local.Test', action: 'FOUND' },
      { address: '10.0.0.9', rule: 'Eicar-Test', action: 'FOUND' },
      { path: '/srv/index.cfm', action: 'OK' },
      { level: 'WARNING' },
      {},
      {},
    ]);
    expect(rows[1]?.time).toBe('2026-11-17T01:14:00Z');
    expect(rows[5]?.time).toBe('2026-11-07T01:14:00Z');
    expect(rows[1]?.fields.slice(0, 4)).toEqual([
      { name: 'time', value: 'Tue Nov 17 02:14:00 2026' },
      { name: 'file', value: '/srv/a: b/cmd shell (1).cfm' },
      { name: 'signature', value: 'Local.Test' },
      { name: 'outcome', value: 'FOUND' },
    ]);
  });

  it('gives the rows of a scan its start, which stands behind them, and none where it is missing', () => {
    const one = `\n${RULER}\na/b.cfm: Eicar-Test FOUND\na/c.cfm: OK\n${SUMMARY}`;
    const text = `${one}${one.replaceAll('02:14', '03:14')}\n${RULER}\na/d.cfm: OK\n`;
    const { rows, problems } = readCut(clamAv, text, { zone: 'Europe/Berlin' });
    expect(clamAv.detect(sampleOf('scan.log', text))?.certainty).toBe(0.93);
    expect(problems.map(({ kind, line }) => [kind, line])).toEqual([['no-time', 26]]);
    expect(rows.map(({ line, time }) => [line, time])).toEqual([
      [4, '2026-11-17T01:14:00Z'],
      [5, '2026-11-17T01:14:00Z'],
      [7, '2026-11-17T01:14:00Z'],
      [15, '2026-11-17T02:14:00Z'],
      [16, '2026-11-17T02:14:00Z'],
      [18, '2026-11-17T02:14:00Z'],
      [26, null],
    ]);
    expect(rows[2]?.raw).toContain('Infected files: 1');
  });

  it('gives the lines of an update its start', () => {
    const text = `${RULER}ClamAV update process started at Tue Nov 17 02:14:00 2026\ndaily.cvd updated\n${RULER}later\n`;
    const { rows, problems } = readCut(clamAv, text, { zone: 'UTC' });
    expect(clamAv.detect(sampleOf('freshclam.log', text))?.certainty).toBe(0.93);
    expect(rows.map(({ time }) => time)).toEqual(['2026-11-17T02:14:00Z', '2026-11-17T02:14:00Z', null]);
    expect(problems.map(({ kind, line }) => [kind, line])).toEqual([['no-time', 5]]);
  });
});

describe.skipIf(!hasSamples)('ClamAV samples (skipped: no samples, where they are not there)', () => {
  it('reads the scan: two found, and its summary', () => {
    const { rows, problems } = readAll(clamAv, sampleBytes('clamav/clamscan.log'), { zone: 'UTC' });
    expect(problems).toEqual([]);
    expect(rows.map(({ time, columns }) => [time, columns['path'], columns['action']])).toEqual([
      ['2026-11-24T23:59:55Z', 'wwwroot/uploads/eicar.com', 'FOUND'],
      ['2026-11-24T23:59:55Z', 'wwwroot/uploads/cmd shell (1).cfm', 'FOUND'],
      ['2026-11-24T23:59:55Z', undefined, undefined],
    ]);
  });

  it('reads the daemon: 54 lines, three found, one of a stream', () => {
    const { rows, problems } = readAll(clamAv, sampleBytes('clamav/clamd.log'), { zone: 'UTC' });
    expect(problems).toEqual([]);
    expect(rows).toHaveLength(54);
    expect(rows.filter(({ columns }) => columns['action'] === 'FOUND')).toHaveLength(3);
    expect(rows.filter(({ columns }) => columns['action'] === 'OK')).toHaveLength(1);
    expect([rows.at(0)?.time, rows.at(-1)?.time]).toEqual(['2026-11-25T00:02:55Z', '2026-11-25T00:02:59Z']);
  });
});
