import { describe, expect, it } from 'vitest';
import { cloudflare } from '../../../src-main/logs/readers/cloudflare.ts';
import { readAll, readCut, sampleOf } from './read.ts';
import { hasSamples, sampleBytes } from './samples.ts';

const event = (datetime: unknown): string =>
  `{"Action":"block","ClientIP":"203.0.113.7","ClientRequestHost":"shop.example","ClientRequestMethod":"POST",` +
  `"ClientRequestPath":"/a.cfm","ClientRequestUserAgent":"sqlmap","Datetime":${JSON.stringify(datetime)},` +
  `"EdgeResponseStatus":403,"OriginResponseStatus":0,"RayID":"7299f155dda47d6b","RuleID":"100016","Source":"waf"}\n`;

describe('Cloudflare', () => {
  it('reads firewall events with every way to write a time', () => {
    const times = [
      '2022-05-31T05:23:43Z',
      '1653974623',
      1653974623,
      '1653974623000000001',
      '2022-05-31 05:23:43',
    ];
    const text = times.map(event).join('') + event(0).replace(':0,"Edge', ':1653974623219000001,"Edge');
    expect(cloudflare.detect(sampleOf('events.log', text))).toEqual({ certainty: 0.95, asks: {} });
    const { rows, problems } = readCut(cloudflare, text);
    expect(problems).toEqual([]);
    expect(rows.map(({ time }) => time)).toEqual([
      '2022-05-31T05:23:43Z',
      '2022-05-31T05:23:43Z',
      '2022-05-31T05:23:43Z',
      '2022-05-31T05:23:43.000000001Z',
      '2022-05-31T05:23:43Z',
      '2022-05-31T05:23:43.219000001Z',
    ]);
    expect(rows[0]?.columns).toEqual({
      action: 'block',
      address: '203.0.113.7',
      host: 'shop.example',
      method: 'POST',
      path: '/a.cfm',
      agent: 'sqlmap',
      status: 403,
      rule: '100016',
      channel: 'waf',
    });
  });

  it('tells the unit of a number by its size', () => {
    const numbers = [
      '99999999999',
      '100000000000',
      '99999999999999',
      '100000000000000',
      '99999999999999999',
      '100000000000000000',
    ];
    const { rows } = readCut(cloudflare, numbers.map((n) => `{"RayID":"a","Datetime":${n}}\n`).join(''));
    expect(rows.map(({ time }) => time)).toEqual([
      '5138-11-16T09:46:39Z',
      '1973-03-03T09:46:40Z',
      '5138-11-16T09:46:39.999Z',
      '1973-03-03T09:46:40Z',
      '5138-11-16T09:46:39.999999Z',
      '1973-03-03T09:46:40Z',
    ]);
    expect(
      readCut(
        cloudflare,
        '{"RayID":"a","Datetime":1e18}\n{"RayID":"a","Datetime":99999999999999999999999999}\n',
      ).problems.map(({ kind }) => kind),
    ).toEqual(['bad-time', 'bad-time']);
  });

  it('reads requests, the path of their URI, and the end where there is no start', () => {
    const text =
      '{"ClientIP":"203.0.113.7","ClientRequestPath":"","ClientRequestURI":"/b?c=1","EdgeStartTimestamp":1658281671671000000,"EdgeEndTimestamp":1658281702371000000,"RayID":"1"}\n' +
      '{"ClientIP":"203.0.113.7","EdgeEndTimestamp":1658281702371000000,"RayID":"1"}\n{"RayID":"1"}\n';
    const { rows, problems } = readCut(cloudflare, text);
    expect(problems.map(({ kind, line }) => [kind, line])).toEqual([['no-time', 3]]);
    expect(rows.map(({ time, columns }) => [time, columns['path']])).toEqual([
      ['2022-07-20T01:47:51.671Z', '/b'],
      ['2022-07-20T01:48:22.371Z', undefined],
      [null, undefined],
    ]);
  });

  it('reads exports of the dashboard: an array, and CSV with either spelling', () => {
    const row = {
      action: 'block',
      clientIP: '203.0.113.7',
      clientRequestPath: '/a',
      datetime: '2026-11-17T01:14:00Z',
      rayName: 'x',
    };
    const array = JSON.stringify([row, row], null, 1);
    const tables = [
      'action,clientIP,clientRequestPath,datetime,rayName\nblock,203.0.113.7,/a,2026-11-17T01:14:00Z,x\n',
      'RayID,Action,ClientIP,ClientRequestPath,Datetime\r\n"x","block","203.0.113.7","/a","1794877240000000000"\r\n',
    ];
    for (const text of [array, ...tables]) {
      expect(cloudflare.detect(sampleOf('events', text))?.certainty).toBeGreaterThan(0.9);
      const { rows, problems } = readCut(cloudflare, text);
      expect(problems).toEqual([]);
      expect(rows.at(-1)?.columns).toEqual({ action: 'block', address: '203.0.113.7', path: '/a' });
      expect(rows.at(-1)?.time).toMatch(/^2026-11-17T01:/);
      expect(rows.at(-1)?.fields.map(({ value }) => value)).toContain('203.0.113.7');
    }
  });

  it('leaves the JSON of others alone', () => {
    expect(cloudflare.detect(sampleOf('x', '{"time":1,"clientIP":"a"}\n'))).toBeNull();
  });
});

describe.skipIf(!hasSamples)('Cloudflare samples (skipped: no samples, where they are not there)', () => {
  it.each([
    ['elastic_firewall_datetime_variants.ndjson', 3, '2022-05-31T05:23:43Z', '2022-05-31T05:23:43Z', 0],
    ['panther_firewall_events.ndjson', 6, '2022-05-10T06:36:57Z', '2025-12-16T12:00:00Z', 0],
    ['panther_http_requests.ndjson', 2, '2022-05-07T18:53:12Z', '2022-05-07T18:53:12Z', 0],
    ['sekoia_firewall_events.ndjson', 2, '2022-07-12T12:57:06.219Z', '2022-12-01T01:28:31.716Z', 0],
    ['sekoia_http_requests.ndjson', 2, '2022-07-20T01:47:51.671Z', '2022-07-20T01:47:51.671Z', 1],
    ['sekoia_audit_logs.ndjson', 5, '2023-02-24T14:51:23Z', '2023-02-24T17:00:39Z', 0],
  ])('%s: %i rows', (name, count, first, last, problems) => {
    const bytes = sampleBytes(`cloudflare/${name}`);
    expect(cloudflare.detect(sampleOf(name, bytes))?.certainty).toBe(0.95);
    const seen = readAll(cloudflare, bytes);
    expect(seen.rows).toHaveLength(count);
    const times = seen.rows.flatMap(({ time }) => time ?? []).toSorted();
    expect([times.at(0), times.at(-1)]).toEqual([first, last]);
    expect(seen.problems).toHaveLength(problems);
  });
});
