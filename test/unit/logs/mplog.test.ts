import { describe, expect, it } from 'vitest';
import { mpLog } from '../../../src-main/logs/readers/mplog.ts';
import { readAll, readCut, sampleOf } from './read.ts';
import { hasSamples, sampleBytes } from './samples.ts';

const text = [
  'Microsoft Defender Antivirus log',
  '2026-11-17T01:14:00.869Z SDN:Issuing query for a (',
  ')',
  '2026-11-17T01:14:01.087Z DETECTIONEVENT MPSOURCE_REALTIME Backdoor:ASP/Webshell!MSR file:C:\\inetpub\\a b.asp;file:C:\\c.asp;',
  '2026-11-17T01:14:02Z DETECTION_ADD#1 Backdoor:ASP/Webshell!MSR file:C:\\inetpub\\a.asp PropBag [length: 0, data: (null)]',
  '2026-11-17T01:14:03.5Z DETECTION_CLEANEVENT MPSOURCE_SYSTEM MP_THREAT_ACTION_QUARANTINE 0x80508023 Trojan:X file:C:\\a.asp;',
  '2026-02-30T01:14:03.5Z no such day',
].join('\r\n');

describe('Defender log', () => {
  it.each([
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-8', Buffer.from(text)],
  ])('reads %s with entries over lines, and what was detected and done', (_, bytes) => {
    expect(mpLog.detect(sampleOf('MPLog-20261117-011400.log', bytes))).toEqual({ certainty: 0.95, asks: {} });
    const { rows, problems } = readCut(mpLog, bytes);
    expect(problems.map(({ kind, line }) => [kind, line])).toEqual([
      ['not-understood', 1],
      ['bad-time', 7],
    ]);
    const provider = 'Defender';
    const channel = 'MPSOURCE_REALTIME';
    const rule = 'Backdoor:ASP/Webshell!MSR';
    expect(rows.map(({ line, time, columns }) => [line, time, columns])).toEqual([
      [1, null, { provider }],
      [2, '2026-11-17T01:14:00.869Z', { provider }],
      [
        4,
        '2026-11-17T01:14:01.087Z',
        { provider, channel, rule, action: 'DETECTIONEVENT', path: 'C:\\inetpub\\a b.asp' },
      ],
      [5, '2026-11-17T01:14:02Z', { provider, rule, action: 'DETECTION_ADD', path: 'C:\\inetpub\\a.asp' }],
      [
        6,
        '2026-11-17T01:14:03.5Z',
        {
          provider,
          channel: 'MPSOURCE_SYSTEM',
          rule: 'Trojan:X',
          action: 'MP_THREAT_ACTION_QUARANTINE',
          path: 'C:\\a.asp',
        },
      ],
      [7, null, { provider }],
    ]);
  });
});

describe.skipIf(!hasSamples)('Defender sample (skipped: no samples, where they are not there)', () => {
  it('reads 8 entries of 9 lines', () => {
    const bytes = sampleBytes('defender/MPLog-excerpt-utf16le.log');
    const { rows, problems } = readAll(mpLog, bytes);
    expect(mpLog.detect(sampleOf('MPLog-excerpt-utf16le.log', bytes))?.certainty).toBe(0.95);
    expect(problems).toEqual([]);
    expect(rows).toHaveLength(8);
    expect([rows.at(0)?.time, rows.at(-1)?.time]).toEqual([
      '2023-07-12T11:16:34.869Z',
      '2023-07-12T11:17:47.511Z',
    ]);
    const raw = (word: string): number => rows.filter((row) => row.raw.includes(word)).length;
    expect([raw(' DETECTIONEVENT '), raw(' DETECTION_CLEANEVENT ')]).toEqual([2, 2]);
  });
});
