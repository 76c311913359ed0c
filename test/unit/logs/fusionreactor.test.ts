import { describe, expect, it } from 'vitest';
import { fusionReactor } from '../../../src-main/logs/readers/fusionreactor.ts';
import { readAll, readCut, sampleOf } from './read.ts';
import { crashRow, jdbcRow, messageRow, requestRow, resourceRow } from './fusionreactor-rows.ts';
import { hasSamples, sampleBytes } from './samples.ts';

const kinds = ({ problems }: ReturnType<typeof readAll>): (string | number)[][] =>
  problems.map(({ kind, line, detail }) => [kind, line, detail]);

describe('FusionReactor', () => {
  it('reads requests by the instant of their third column, and no outcome where they only began', () => {
    const text = requestRow(0, 'started') + requestRow(1234, 'finished');
    expect(fusionReactor.detect(sampleOf('request.log', text))).toEqual({ certainty: 0.96, asks: {} });
    const { rows, problems } = readCut(fusionReactor, text, { name: 'request.log' });
    expect(problems).toEqual([]);
    expect(rows.map(({ time }) => time)).toEqual(['2026-11-17T01:14:00Z', '2026-11-17T01:14:01.234Z']);
    const began = {
      address: '203.0.113.7',
      method: 'POST',
      path: 'https://shop.example/a.cfm',
      memory: 12.5,
      agent: 'Mozilla/5.0 (X11)',
    };
    expect(rows.map(({ columns }) => columns)).toEqual([
      { ...began, action: 'started' },
      { ...began, action: 'finished', status: 200, duration: 87, bytes: 5120, dbrows: 900 },
    ]);
    const fields = new Map(rows[1]?.fields.map(({ name, value }) => [name, value]));
    expect(fields.get('querystring')).toBe('id=1 OR "1"="1"'.replaceAll('"', '\\"'));
    expect([
      fields.get('JSESSIONID'),
      fields.get('CFID'),
      fields.get('CFTOKEN'),
      fields.get('cpreason'),
    ]).toEqual(['abc123', '77', 'f00d', '']);
  });

  it('accepts the fewer columns of old versions and more of new ones, and tells too few', () => {
    const [, ...values] = [
      ...requestRow(0, 'finished')
        .trimEnd()
        .matchAll(/"(?:[^"\\]|\\.)*"|\S+/g),
    ].map(([value]) => value);
    const cut = (count: number): string => `2026-11-17 ${values.slice(0, count - 1).join(' ')}\n`;
    const seen = readCut(fusionReactor, cut(34) + `${cut(99).trimEnd()} more columns\n${cut(9)}`, {
      name: 'request-0.log',
    });
    expect(kinds(seen)).toEqual([['columns', 3, '9 of 20']]);
    expect(seen.rows.map(({ columns }) => columns['agent'])).toEqual([
      undefined,
      'Mozilla/5.0 (X11)',
      undefined,
    ]);
  });

  it('joins statements and stack traces that span lines', () => {
    const text =
      jdbcRow(0, 'SELECT *\nFROM users\r\nWHERE id = \\"1\\" -- 2026-11-17 02:14:00.000 1') +
      jdbcRow(1, 'SELECT ""1""');
    const { rows, problems } = readCut(fusionReactor, text, { name: 'jdbc.log' });
    expect(problems).toEqual([]);
    expect(rows.map(({ line, columns }) => [line, columns])).toEqual([
      [
        1,
        {
          address: '203.0.113.7',
          method: 'GET',
          path: '/a.cfm',
          action: 'METRIC',
          duration: 45,
          dbrows: 900,
          channel: 'shop',
        },
      ],
      [
        4,
        {
          address: '203.0.113.7',
          method: 'GET',
          path: '/a.cfm',
          action: 'METRIC',
          duration: 45,
          dbrows: 900,
          channel: 'shop',
        },
      ],
    ]);
    expect(rows[0]?.fields.find(({ name }) => name === 'statement')?.value).toContain('FROM users');
    const open = readCut(
      fusionReactor,
      requestRow(0, 'finished').replace('(X11)"', '(X11)') + requestRow(1, 'finished'),
      { name: 'request.log' },
    );
    expect(kinds(open)).toEqual([['unbalanced-quotes', 1, '']]);
    expect(open.rows).toHaveLength(2);
  });

  it('knows resources by their markers, and crash protection and notifications by the name', () => {
    const resource = readCut(fusionReactor, resourceRow(0), { name: 'anything.log' });
    expect(resource.rows[0]?.columns).toEqual({ memory: 91.5 });
    expect(resource.rows[0]?.fields.find(({ name }) => name === 'cpuinstance')?.value).toBe('12');
    for (const old of [false, true]) {
      const { rows, problems } = readCut(fusionReactor, crashRow(0, old), {
        name: 'folder/crashprotection-1.log',
      });
      expect(problems).toEqual([]);
      expect(rows[0]?.columns).toEqual({
        action: 'REJECT',
        rule: 'WebRequest quantity',
        memory: 80,
        duration: 3000,
        address: '203.0.113.7',
        method: 'GET',
        path: '/a.cfm',
        agent: 'Mozilla/5.0 (X11)',
      });
    }
  });

  it('reads messages in a zone that was said', () => {
    const text = `${messageRow('INFO', 'Started')}${messageRow('WARN', 'java.lang.Error')}\tat a.b.c\nCaused by: x\n`;
    expect(fusionReactor.detect(sampleOf('reactor.log', text))).toEqual({
      certainty: 0.8,
      asks: { zone: true },
    });
    const { rows, problems } = readCut(fusionReactor, text, { zone: 'Europe/Berlin', name: 'reactor.log' });
    expect(problems).toEqual([]);
    expect(rows.map(({ line, time, columns }) => [line, time, columns])).toEqual([
      [1, '2026-11-17T01:14:00.221Z', { level: 'INFO' }],
      [2, '2026-11-17T01:14:00.221Z', { level: 'WARN' }],
    ]);
    expect(rows[1]?.raw).toContain('Caused by: x');
  });

  it('tells a clock that contradicts itself, and what stands before the first row', () => {
    const good = requestRow(0, 'finished');
    const text = `half a row\nand more\n${good}${good.replace('02:14:00.000', '02:21:00.000')}${good.replace('02:14:00.000', '02:29:00.001')}`;
    const seen = readCut(fusionReactor, text, { name: 'request.log' });
    expect(kinds(seen)).toEqual([
      ['not-understood', 1, ''],
      ['not-understood', 2, ''],
      ['clock-contradiction', 4, '4020'],
    ]);
    expect(seen.rows.map(({ time }) => time)).toEqual([null, null, ...Array(3).fill('2026-11-17T01:14:00Z')]);
  });
});

describe.skipIf(!hasSamples)('FusionReactor sample (skipped: no samples, where they are not there)', () => {
  it('reads the one line of the documentation, whose local time is one hour and one ms ahead', () => {
    const { rows, problems } = readAll(
      fusionReactor,
      sampleBytes('fusionreactor/notification-doc-example.log'),
      { name: 'notification.log' },
    );
    expect(problems).toEqual([]);
    expect(rows.map(({ time, fields, columns }) => [time, fields.length, columns])).toEqual([
      [
        '2012-01-25T10:44:20.22Z',
        11,
        { action: 'CREATED', level: 'Info', provider: 'frapi-notification.jsp' },
      ],
    ]);
  });
});
