import { describe, expect, it, test } from 'vitest';
import { evtxXml } from '../../../src-main/logs/readers/evtx-xml.ts';
import { evtx } from '../../../src-main/logs/readers/evtx.ts';
import { rowFlags } from '../../../src-main/logs/reading/row.ts';
import { EvtxWriter } from '../../fixtures/evtx/evtx-writer.ts';
import * as v from '../../fixtures/evtx/values.ts';
import { full } from '../../support/scale.ts';
import { seeded } from '../../support/seed.ts';
import { readAll, sampleOf } from './read.ts';

const event = (inside: string, system = '<EventID>4624</EventID>'): string =>
  `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>${system}` +
  `<TimeCreated SystemTime='2026-11-17T01:11:42.1234567Z'/></System>${inside}</Event>`;
const data = (value: string): string =>
  event(`<EventData><Data Name='TargetUserName'>${value}</Data></EventData>`);
const file = (...events: readonly string[]): string =>
  `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<Events>${events.join('')}</Events>`;

describe('events that were saved as XML', () => {
  it('gives the same rows as the event log that they are from', () => {
    const writer = new EvtxWriter();
    for (let n = 0; n < 5; n += 1) {
      writer.add({
        data: [
          ['TargetUserName', v.wide(`<user> & "${n}"\r\n`)],
          ['IpAddress', v.wide('203.0.113.77')],
          [null, v.u32(n)],
        ],
      });
    }
    const whole = readAll(evtx, writer.finish()).rows;
    const saved = file(...whole.map(({ raw }) => raw));
    for (const bytes of [
      Buffer.from(saved),
      Buffer.from(`\ufeff${saved}`),
      Buffer.from(`\ufeff${saved}`, 'utf16le'),
      Buffer.from(saved, 'utf16le'),
    ]) {
      expect(evtxXml.detect(sampleOf('x.xml', saved))?.certainty).toBeGreaterThan(0.9);
      for (const piece of [1, 3, 1000, 1 << 20]) {
        const { rows, problems } = readAll(evtxXml, bytes, {}, piece);
        expect(problems).toEqual([]);
        expect(rows.map(({ raw, time, columns, fields }) => ({ raw, time, columns, fields }))).toEqual(
          whole.map(({ raw, time, columns, fields }) => ({ raw, time, columns, fields })),
        );
        expect(rows.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5]);
        const [, second] = rows;
        const wide = bytes[1] === 0xfe || bytes[1] === 0;
        expect(bytes.toString(wide ? 'utf16le' : 'utf8', second?.offset).startsWith('<Event ')).toBe(true);
      }
    }
  });

  it.each([1, 2, 5, 1 << 16])('keeps what it does not understand, in pieces of %i', (piece) => {
    const events = [
      data('a'),
      '<Event><System></Event>',
      '<Event a="b"/>',
      event('', '<EventID>x</EventID>'),
      '<Event><System/></Event>',
      data('b'),
    ];
    const { rows, problems } = readAll(evtxXml, `${file(...events)}<Event><System>`, {}, piece);
    expect(rows.map(({ raw }) => raw)).toEqual([...events, '<Event><System>']);
    expect(rows.map(({ columns }) => columns['user'] ?? '')).toEqual(['a', '', '', '', '', 'b', '']);
    expect(problems.map(({ kind }) => kind)).toEqual(['not-understood', 'no-time', 'no-time', 'truncated']);
  });

  it('defines no entities and follows no document type', () => {
    const bomb =
      '<!DOCTYPE Events [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>' +
      file(data('&b;&amp;&#65;&#x1F642;&lt;'));
    const { rows, problems } = readAll(evtxXml, bomb);
    expect(rows[0]?.columns['user']).toBe('&b;&A🙂<');
    expect(problems.map(({ kind, detail }) => [kind, detail])).toEqual([['left-out', 'DOCTYPE']]);
    const inside = readAll(evtxXml, file(event('<!DOCTYPE x>')));
    expect(inside.problems.map(({ kind }) => kind)).toEqual(['not-understood']);
  });

  it('stops at depth and at size, and goes on with the next event', () => {
    const deep = event(`${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`);
    const long = data('x'.repeat(3 * 1024 * 1024));
    const { rows, problems } = readAll(evtxXml, file(deep, long, data('b')));
    expect(problems.map(({ kind }) => kind)).toEqual(['too-deep', 'line-too-long']);
    expect(rows).toHaveLength(3);
    expect(rows[1]).toMatchObject({ flags: rowFlags.clipped | rowFlags.undated });
    expect(rows[1]?.raw).toHaveLength(1024 * 1024);
    expect(rows[2]?.columns['user']).toBe('b');
    const endless = readAll(evtxXml, `<Events><Event>${'<b>'.repeat(1_000_000)}`);
    expect(endless.rows).toHaveLength(1);
  });

  it('reads times as they are written', () => {
    const times = [
      '2026-11-17T01:11:42Z',
      '2026-11-17T01:11:42.123456789',
      '2026-02-30T01:11:42Z',
      '0000-01-01T00:00:00Z',
      'gestern',
      '',
    ];
    const { rows, problems } = readAll(
      evtxXml,
      file(...times.map((time) => `<Event><System><TimeCreated SystemTime="${time}"/></System></Event>`)),
    );
    expect(rows.map(({ time }) => time)).toEqual([
      '2026-11-17T01:11:42Z',
      '2026-11-17T01:11:42.123456789Z',
      null,
      null,
      null,
      null,
    ]);
    expect(problems.map(({ kind }) => kind)).toEqual(['bad-time', 'bad-time', 'bad-time', 'no-time']);
  });

  it('is not taken for other XML', () => {
    expect(evtxXml.detect(sampleOf('x.xml', '<html><body>Event</body></html>'))).toBeNull();
    expect(evtxXml.detect(sampleOf('x.xml', 'text <Event >'))).toBeNull();
    expect(evtxXml.detect(sampleOf('x.xml', '<Events><EventData/></Events>'))).toBeNull();
  });

  test('changed characters neither crash nor hang it', { timeout: 600_000 }, () => {
    const random = seeded('changed XML of events');
    const whole = file(
      data('a'),
      event('<UserData><a:b c="d"><e/></a:b></UserData>'),
      data('<![CDATA[x]]><!-- y -->'),
    );
    const pieces = [
      '<',
      '>',
      '"',
      "'",
      '&',
      '</Event>',
      '<Event ',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?',
      '\0',
      '=',
      '/',
    ];
    for (let run = 0; run < (full ? 100_000 : 600); run += 1) {
      let text = whole;
      for (let i = 0; i <= random.below(5); i += 1) {
        const at = random.below(text.length);
        text = text.slice(0, at) + random.pick(pieces) + text.slice(at + random.below(4));
      }
      const started = performance.now();
      expect(readAll(evtxXml, text, {}, 1 + random.below(400)).rows.length).toBeLessThan(20);
      expect(performance.now() - started).toBeLessThan(5000);
    }
  });
});
