import { describe, expect, it } from 'vitest';
import { iisNative } from '../../../src-main/logs/readers/iis-native.ts';
import { rowFlags } from '../../../src-main/logs/reading/row.ts';
import { readCut, sampleOf } from './read.ts';
import { hasSamples, sampleBytes } from './samples.ts';

describe('IIS log format (native)', () => {
  const row = (date: string, time: string, target = '/'): string =>
    `192.0.2.7, ben, ${date}, ${time}, W3SVC1, WEB01, 10.0.0.1, 12, 163, 3223, 200, 0, GET, ${target}, x=1,\r\n`;

  it('reads a row with its local time', () => {
    const text = row('11/17/2026', '2:14:00') + row('03/20/01', '07:55:20', '/a,b, c.gif?q');
    expect(iisNative.detect(sampleOf('in261117.log', text))).toEqual({
      certainty: 0.96,
      asks: { zone: true },
    });
    const { rows, problems } = readCut(iisNative, text, { zone: 'Europe/Berlin' });
    expect(problems).toEqual([]);
    expect(rows.map(({ time }) => time)).toEqual(['2026-11-17T01:14:00Z', '2001-03-20T06:55:20Z']);
    expect(rows[0]?.columns).toEqual({
      address: '192.0.2.7',
      user: 'ben',
      computer: 'WEB01',
      destination: '10.0.0.1',
      method: 'GET',
      path: '/',
      status: 200,
      bytes: 3223,
      received: 163,
      duration: 12,
    });
    expect(rows[1]?.columns['path']).toBe('/a,b, c.gif');
    expect(rows[1]?.fields.at(-1)).toEqual({ name: 'parameters', value: 'x=1' });
  });

  it('keeps what does not fit, counted', () => {
    const { rows, problems } = readCut(iisNative, `a, b\n${row('17/11/2026', '2:14:00')}`, { zone: 'UTC' });
    expect(problems.map(({ kind, line }) => [kind, line])).toEqual([
      ['columns', 1],
      ['bad-time', 1],
      ['bad-time', 2],
    ]);
    expect(rows.map(({ flags }) => flags)).toEqual([rowFlags.undated | rowFlags.damaged, rowFlags.undated]);
  });
});

describe.skipIf(!hasSamples)('IIS native sample (skipped: no samples, where they are not there)', () => {
  it('has its one row', () => {
    const { rows, problems } = readCut(iisNative, sampleBytes('iis/sekoia_iis_native_format.log'), {
      zone: 'UTC',
    });
    expect(problems).toEqual([]);
    expect(rows.map(({ time, columns }) => [time, columns['address'], columns['status']])).toEqual([
      ['2023-11-20T15:44:03Z', '::1', 304],
    ]);
  });
});
