import { describe, expect, it } from 'vitest';
import { pfirewall } from '../../../src-main/logs/readers/pfirewall.ts';
import { rowFlags } from '../../../src-main/logs/reading/row.ts';
import { readAll, readCut, sampleOf } from './read.ts';
import { hasSamples, sampleBytes } from './samples.ts';

const FIELDS =
  'date time action protocol src-ip dst-ip src-port dst-port size tcpflags tcpsyn tcpack tcpwin icmptype icmpcode info path';
const head = (format: string): string =>
  `#Version: 1.5\r\n#Software: Microsoft Windows Firewall\r\n#Time Format: ${format}\r\n#Fields: ${FIELDS} pid\r\n\r\n`;
const row = (time: string, action = 'DROP'): string =>
  `2026-${time} ${action} TCP 203.0.113.7 10.0.0.1 61005 443 64 S 1 0 65535 - - - RECEIVE 4\r\n`;

describe('Windows Firewall', () => {
  it('reads local times, marks the hour that exists twice and keeps its order', () => {
    const text =
      head('Local') + row('10-25 02:59:59') + row('10-25 02:00:01') + row('11-17 02:14:00', 'ALLOW');
    expect(pfirewall.detect(sampleOf('pfirewall.log', text))).toEqual({
      certainty: 0.98,
      asks: { zone: true },
    });
    const { rows, problems } = readCut(pfirewall, text, { zone: 'Europe/Berlin' });
    expect(problems).toEqual([]);
    expect(rows.map(({ time, flags }) => [time, flags])).toEqual([
      ['2026-10-25T00:59:59Z', rowFlags.ambiguous],
      ['2026-10-25T00:00:01Z', rowFlags.ambiguous],
      ['2026-11-17T01:14:00Z', 0],
    ]);
    expect(rows[2]?.columns).toEqual({
      action: 'ALLOW',
      protocol: 'TCP',
      address: '203.0.113.7',
      destination: '10.0.0.1',
      port: 443,
      received: 64,
      channel: 'RECEIVE',
      process: '4',
    });
    expect(rows[2]?.fields.at(-1)).toEqual({ name: 'pid', value: '4' });
  });

  it('obeys a file that says its times are UTC, also if it says so later', () => {
    const text = head('UTC') + row('11-17 02:14:00');
    expect(pfirewall.detect(sampleOf('pfirewall.log', text))?.asks).toEqual({});
    expect(readCut(pfirewall, text).rows[0]?.time).toBe('2026-11-17T02:14:00Z');
    const both = readCut(pfirewall, head('Local') + row('11-17 02:14:00') + text, { zone: 'Europe/Berlin' });
    expect(both.rows.map(({ time }) => time)).toEqual(['2026-11-17T01:14:00Z', '2026-11-17T02:14:00Z']);
  });

  it('tells what the firewall lost, and what does not fit', () => {
    const lost = '2026-11-17 02:14:00 INFO-EVENTS-LOST - - - - - - - - - - - - 59 - -\r\n';
    const { rows, problems } = readCut(
      pfirewall,
      `${head('Local')}${lost}2026-11-17 02:14:01 DROP TCP 10.0.0.1\r\n${row('02-30 00:00:00')}`,
      { zone: 'UTC' },
    );
    expect(problems.map(({ kind, line, detail }) => [kind, line, detail])).toEqual([
      ['events-lost', 6, '59'],
      ['columns', 7, '5 of 18'],
      ['bad-time', 8, ''],
    ]);
    expect(rows.map(({ time, columns }) => [time, columns['action']])).toEqual([
      ['2026-11-17T02:14:00Z', 'INFO-EVENTS-LOST'],
      ['2026-11-17T02:14:01Z', 'DROP'],
      [null, 'DROP'],
    ]);
  });

  it('knows a file whose heading was cut off', () => {
    const text = row('11-17 02:14:00').repeat(3);
    expect(pfirewall.detect(sampleOf('pfirewall.log.old', text))?.certainty).toBe(0.9);
    const { rows, problems } = readCut(pfirewall, text, { zone: 'UTC' });
    expect([rows.length, problems.length]).toEqual([3, 0]);
  });
});

describe.skipIf(!hasSamples)(
  'Windows Firewall sample (skipped: no samples, where they are not there)',
  () => {
    it('has its 15 rows, and the 59 that were lost', () => {
      const { rows, problems } = readAll(pfirewall, sampleBytes('pfirewall/pfirewall-xp-v1.5.log'), {
        zone: 'UTC',
      });
      expect(rows).toHaveLength(15);
      expect([rows.at(0)?.time, rows.at(-1)?.time]).toEqual(['2005-04-11T08:05:57Z', '2005-04-11T08:52:26Z']);
      expect(problems.map(({ kind, detail }) => [kind, detail])).toEqual([['events-lost', '59']]);
      expect(rows.map(({ columns }) => columns['action']).filter((action) => action === 'DROP')).toHaveLength(
        9,
      );
    });
  },
);
