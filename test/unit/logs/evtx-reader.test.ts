import { describe, expect, it } from 'vitest';
import { dataOfXml } from '../../../src-main/logs/evtx/event-xml.ts';
import { evtx } from '../../../src-main/logs/readers/evtx.ts';
import { logReaders } from '../../../src-main/logs/readers/index.ts';
import { rowFlags } from '../../../src-main/logs/reading/row.ts';
import { parseXml } from '../../../src-main/logs/xml/parse-xml.ts';
import * as harm from '../../fixtures/evtx/damage.ts';
import { EvtxWriter } from '../../fixtures/evtx/evtx-writer.ts';
import * as v from '../../fixtures/evtx/values.ts';
import { readEvtx } from './evtx-read.ts';
import { readAll, sampleOf } from './read.ts';
import { hasSamples, sampleBytes } from './samples.ts';

const logon = {
  number: 4711,
  at: '2026-11-17T01:11:42.1234567Z',
  eventId: 4625,
  data: [
    ['SubjectUserName', v.wide('WEB01$')],
    ['TargetUserName', v.wide('administrator')],
    ['LogonType', v.u32(3)],
    ['IpAddress', v.wide('203.0.113.77')],
    ['IpPort', v.wide('50123')],
    ['ProcessName', v.wide('-')],
  ],
} as const;

describe('event logs as rows', () => {
  it('reads a record with all that it says, wherever pieces are cut', () => {
    const file = new EvtxWriter().add(logon).finish();
    for (const piece of [1000, 4097, 70_000]) {
      const { rows, problems } = readAll(evtx, file, {}, piece);
      expect(problems).toEqual([]);
      expect(rows).toHaveLength(1);
      expect(rows[0]).toMatchObject({
        line: 4711,
        offset: 4096 + 512,
        time: '2026-11-17T01:11:42.1234567Z',
        flags: 0,
        columns: {
          event: 4625,
          user: 'administrator',
          address: '203.0.113.77',
          provider: 'Microsoft-Windows-Security-Auditing',
          channel: 'Security',
          computer: 'WEB01',
          level: 'information',
          action: 'success',
        },
      });
      expect(rows[0]?.columns).not.toHaveProperty('process');
      expect(rows[0]?.fields).toContainEqual({
        name: 'TimeCreated@SystemTime',
        value: '2026-11-17T01:11:42.1234567Z',
      });
      expect(rows[0]?.fields).toContainEqual({ name: 'EventID', value: '4625' });
      expect(rows[0]?.fields.slice(-6)).toEqual(
        logon.data.map(([name, { type, bytes }]) => ({
          name,
          value: type === 1 ? bytes.toString('utf16le') : String(bytes.readUInt32LE()),
        })),
      );
    }
  });

  it('knows an event log by its first bytes, and nothing else', () => {
    const file = new EvtxWriter().add().finish();
    expect(evtx.detect(sampleOf('Security.evtx', file))?.certainty).toBeGreaterThan(0.9);
    expect(evtx.detect(sampleOf('x', file.subarray(4096)))?.certainty).toBeGreaterThan(0.9);
    expect(evtx.detect(sampleOf('Security.evtx', 'ElfFil'))).toBeNull();
    expect(evtx.detect(sampleOf('Security.evtx', ''))).toBeNull();
    const sample = sampleOf('a.log', file);
    expect(logReaders.filter(({ detect }) => detect(sample) !== null)).toEqual([evtx]);
  });

  it('marks what was recovered and what is damaged, and says where', () => {
    const writer = new EvtxWriter();
    for (let n = 0; n < 4; n += 1) writer.add({ ...logon, number: n + 1 });
    const file = writer.finish();
    const slack = readAll(evtx, harm.freeAfter(0, 2)(file));
    expect(slack.rows.map(({ flags }) => flags)).toEqual([0, 0, rowFlags.recovered, rowFlags.recovered]);
    const wrong = readAll(evtx, harm.wrongDataChecksum(0)(file));
    expect(wrong.rows.every(({ flags }) => flags === rowFlags.damaged)).toBe(true);
    expect(wrong.problems).toEqual([
      { kind: 'checksum', line: 0, offset: 4096, detail: 'chunk-data-checksum' },
    ]);
    const broken = readAll(
      evtx,
      harm.inRecord(0, 1, (record) => void record.fill(0x3f, 60, record.length - 4))(file),
    );
    expect(broken.rows).toHaveLength(4);
    expect(broken.rows[1]?.flags).toBe(rowFlags.damaged);
    expect(broken.rows[1]?.time).toBe('2026-11-17T01:11:42.1234567Z');
    expect(broken.problems.map(({ kind, line }) => [kind, line])).toEqual([['broken-record', 2]]);
  });

  it('takes the address of Remote Desktop, and a SID where nobody is named', () => {
    const template = {
      name: 'Event',
      content: [
        {
          name: 'System',
          content: [
            { name: 'EventID', content: ['1149'] },
            { name: 'Security', attributes: [['UserID', { value: 0 }]] },
          ],
        },
        {
          name: 'UserData',
          content: [
            {
              name: 'EventXML',
              content: [
                { name: 'Param1', content: [{ value: 1 }] },
                { name: 'Param3', content: ['198.51.100.9'] },
              ],
            },
          ],
        },
      ],
    } as const;
    const file = new EvtxWriter()
      .record(1, 0n, (chunk) => chunk.filled(template, [v.sid('S-1-5-18'), v.wide('ada')]))
      .record(2, 0n, (chunk) => chunk.filled(template, [v.sid('S-1-5-18'), v.wide('')]))
      .finish();
    const { rows } = readAll(evtx, file);
    expect(rows.map(({ columns }) => [columns['user'], columns['address'], columns['event']])).toEqual([
      ['ada', '198.51.100.9', 1149],
      ['S-1-5-18', '198.51.100.9', 1149],
    ]);
    expect(rows[0]).toMatchObject({ time: null, flags: rowFlags.undated });
  });

  it.skipIf(!hasSamples)(
    'names data alike from the bytes and from the XML (skipped: no samples, where they are not there)',
    () => {
      for (const name of [
        'normal/Security_with_size_t.evtx',
        'normal/sysmon.evtx',
        'damaged/issue_201.evtx',
      ]) {
        const { records } = readEvtx(sampleBytes(`evtx/${name}`));
        expect(records.length).toBeGreaterThan(0);
        for (const record of records.filter(({ damage, eventId }) => damage === null && eventId !== 1108)) {
          const event = parseXml(record.xml);
          if (typeof event === 'string') throw new Error(`${event}: ${record.xml}`);
          expect(dataOfXml(event).map(({ name: own }) => own)).toEqual(
            record.data.map(({ name: own }) => own),
          );
          expect(dataOfXml(event).filter(({ value }) => !value.includes('⟨'))).toEqual(
            record.data.filter(({ value }) => !/[\u0000-\u0008\ud800-\udfff]/.test(value)),
          );
        }
      }
    },
  );
});
