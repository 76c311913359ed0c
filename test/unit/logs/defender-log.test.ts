import { describe, expect, it } from 'vitest';
import { defenderLog } from '../../../src-main/logs/readers/defender-log.ts';
import { logReaders } from '../../../src-main/logs/readers/index.ts';
import { rowFlags } from '../../../src-main/logs/reading/row.ts';
import { readAll, sampleOf } from './read.ts';
import { hasSamples, sampleBytes } from './samples.ts';

const LINES = [
  'Product Version: 4.18',
  '2026-11-17T01:11:42.123Z DETECTIONEVENT MPSOURCE_REALTIME Backdoor:ASP/Webshell!MSR file:C:\\inetpub\\up loads\\a.asp;file:C:\\b;',
  '2026-11-17T01:11:43.000Z DETECTION_ADD#1 Backdoor:ASP/Webshell!MSR file:C:\\a b.asp PropBag [length: 0, data: (null)]',
  '2026-11-17T01:11:44.5Z DETECTION_CLEANEVENT MPSOURCE_SYSTEM MP_THREAT_ACTION_QUARANTINE 0x80508023 Trojan:X containerfile:C:\\c.zip;',
  '2026-11-17T01:11:45.000Z SDN:Issuing SDN query (sha2=aa',
  ')',
  '2026-13-17T01:11:45.000Z something',
];
const text = `${LINES.join('\r\n')}\r\n`;

describe('the log of Microsoft Defender', () => {
  it.each([1, 3, 100, 1 << 16])('reads entries of one line and of several, in pieces of %i', (piece) => {
    for (const bytes of [Buffer.from(`\ufeff${text}`, 'utf16le'), Buffer.from(text)]) {
      const { rows, problems } = readAll(defenderLog, bytes, {}, piece);
      expect(rows.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 7]);
      expect(rows.map(({ time }) => time)).toEqual([
        null,
        '2026-11-17T01:11:42.123Z',
        '2026-11-17T01:11:43Z',
        '2026-11-17T01:11:44.5Z',
        '2026-11-17T01:11:45Z',
        null,
      ]);
      expect(rows.slice(1, 5).map(({ columns }) => columns)).toEqual([
        { action: 'DETECTIONEVENT', rule: 'Backdoor:ASP/Webshell!MSR', path: 'C:\\inetpub\\up loads\\a.asp' },
        { action: 'DETECTION_ADD', rule: 'Backdoor:ASP/Webshell!MSR', path: 'C:\\a b.asp' },
        { action: 'MP_THREAT_ACTION_QUARANTINE', rule: 'Trojan:X', path: 'C:\\c.zip' },
        {},
      ]);
      expect(rows[4]?.raw).toBe('2026-11-17T01:11:45.000Z SDN:Issuing SDN query (sha2=aa\r\n)');
      expect(rows[3]?.fields).toContainEqual({ name: 'result', value: '0x80508023' });
      expect(problems.map(({ kind, line }) => [kind, line])).toEqual([
        ['no-time', 1],
        ['bad-time', 7],
      ]);
    }
  });

  it('is known by its name or its words', () => {
    expect(defenderLog.detect(sampleOf('x.log', LINES.slice(1, 5).join('\n')))?.certainty).toBeGreaterThan(
      0.9,
    );
    expect(defenderLog.detect(sampleOf('MPLog-20260101-000000.log', LINES[5] ?? ''))).toBeNull();
    expect(defenderLog.detect(sampleOf('MPLog-20260101-000000.log', LINES[4] ?? ''))).not.toBeNull();
    expect(defenderLog.detect(sampleOf('x.log', '2026-11-17T01:11:42.123Z host app: text'))).toBeNull();
  });

  it.skipIf(!hasSamples)('reads a real excerpt (skipped: no samples, where they are not there)', () => {
    const bytes = sampleBytes('defender/MPLog-excerpt-utf16le.log');
    const { rows, problems } = readAll(defenderLog, bytes, {}, 7);
    expect(problems).toEqual([]);
    expect(rows).toHaveLength(8);
    expect([rows[0]?.time, rows.at(-1)?.time]).toEqual([
      '2023-07-12T11:16:34.869Z',
      '2023-07-12T11:17:47.511Z',
    ]);
    const actions = rows.map(({ columns }) => columns['action']);
    expect(actions.filter((action) => action === 'DETECTIONEVENT')).toHaveLength(2);
    expect(actions.filter((action) => action === 'MP_THREAT_ACTION_QUARANTINE')).toHaveLength(2);
    expect(rows.every(({ flags }) => (flags & rowFlags.undated) === 0)).toBe(true);
    const sample = sampleOf('x.log', bytes.toString('utf16le'));
    const best = logReaders.toSorted(
      (a, b) => (b.detect(sample)?.certainty ?? 0) - (a.detect(sample)?.certainty ?? 0),
    )[0];
    expect(best).toBe(defenderLog);
    // Binary files lie in the same folder of a real machine.
    const history = sampleBytes('defender/6AFE33A0-19BA-4FFF-892F-B700539D7D63');
    expect(defenderLog.detect(sampleOf('MPLog-1', history))).toBeNull();
  });
});
