import { describe, expect, it } from 'vitest';
import { clf } from '../../../src-main/logs/readers/clf.ts';
import { readAll, readCut, sampleOf } from './read.ts';
import { hasSamples, sampleBytes } from './samples.ts';

const TIME = '[17/Nov/2026:02:14:00 +0100]';

describe('access logs', () => {
  it('reads common, combined and what stands before and behind them', () => {
    const text = [
      `203.0.113.7 - - ${TIME} "GET /a.cfm?x=1 HTTP/1.1" 200 512`,
      `203.0.113.7 - john doe ${TIME} "POST /b HTTP/2.0" 302 - "https://shop.example/" "Mozilla/5.0 (X11)" "-" 0.010`,
      `shop.example:443 2001:db8::1 - - ${TIME} "GET /c HTTP/1.1" 404 7 "-" "-"`,
      `- 203.0.113.7 - - ${TIME} "GET /d e HTTP/1.0" 404 7`,
    ].join('\n');
    const { rows, problems } = readCut(clf, text);
    expect(problems).toEqual([]);
    expect(rows.map(({ time }) => time)).toEqual(Array(4).fill('2026-11-17T01:14:00Z'));
    expect(rows.map(({ columns }) => columns)).toEqual([
      {
        address: '203.0.113.7',
        method: 'GET',
        path: '/a.cfm',
        protocol: 'HTTP/1.1',
        status: 200,
        bytes: 512,
      },
      {
        address: '203.0.113.7',
        user: 'john doe',
        method: 'POST',
        path: '/b',
        protocol: 'HTTP/2.0',
        status: 302,
        referer: 'https://shop.example/',
        agent: 'Mozilla/5.0 (X11)',
      },
      {
        address: '2001:db8::1',
        host: 'shop.example:443',
        method: 'GET',
        path: '/c',
        protocol: 'HTTP/1.1',
        status: 404,
        bytes: 7,
      },
      { address: '203.0.113.7', method: 'GET', path: '/d e', protocol: 'HTTP/1.0', status: 404, bytes: 7 },
    ]);
    expect(rows[1]?.fields).toEqual([
      { name: 'host', value: '203.0.113.7' },
      { name: 'ident', value: '-' },
      { name: 'user', value: 'john doe' },
      { name: 'time', value: '17/Nov/2026:02:14:00 +0100' },
      { name: 'request', value: 'POST /b HTTP/2.0' },
      { name: 'status', value: '302' },
      { name: 'bytes', value: '-' },
      { name: 'referer', value: 'https://shop.example/' },
      { name: 'agent', value: 'Mozilla/5.0 (X11)' },
      { name: '#6', value: '-' },
      { name: '#7', value: '0.010' },
    ]);
  });

  it('holds escapes, quotes that are not escaped, garbage and nothing as a request', () => {
    const text = [
      `a - - ${TIME} "GET /\\"x\\\\\\" y HTTP/1.1" 200 1 "-" "a \\"b\\" c"`,
      `a - - ${TIME} "GET /?t=<b>alert("text")</b> HTTP/1.0" 404 1164`,
      `a - - ${TIME} "\\x16\\x03\\x01\\x02" 400 226 "-" "-"`,
      `a - - ${TIME} "-" 408 -`,
      `a - - ${TIME} "" 400 0`,
      `a - - ${TIME} "GET /cut HTTP/1.1" 200 5 "-" "Mozilla (never closed`,
    ].join('\r\n');
    const { rows, problems } = readCut(clf, text);
    expect(problems).toEqual([]);
    expect(rows.map(({ columns }) => [columns['status'], columns['path'], columns['agent']])).toEqual([
      [200, '/\\"x\\\\\\" y', 'a \\"b\\" c'],
      [404, '/', undefined],
      [400, undefined, undefined],
      [408, undefined, undefined],
      [400, undefined, undefined],
      [200, '/cut', 'Mozilla (never closed'],
    ]);
  });

  it('reads error logs with their local time, and keeps the rest as raw text, counted', () => {
    const text = [
      `a - - ${TIME} "GET / HTTP/1.1" 200 1`,
      '[Wed Oct 11 14:32:52 2000] [error] [client 127.0.0.1] client denied',
      '[Fri Sep 09 10:42:29.902022 2011] [core:error] [pid 35708:tid 4328] [client 1.1.1.1:5337] no such file',
      '2019/08/25 23:59:53 [error] 9841#9841: *1 connect() failed, client: 51.255.128.104, server: x',
      'a - - [31/Feb/2026:02:14:00 +0100] "GET / HTTP/1.1" 200 1',
      `a - - ${TIME} nothing that is known`,
      'no log at all',
    ].join('\n');
    expect(clf.detect(sampleOf('error.log', text))?.asks).toEqual({ zone: true });
    const { rows, problems } = readCut(clf, text, { zone: 'Europe/Berlin' });
    expect(problems.map(({ kind, line }) => [kind, line])).toEqual([
      ['bad-time', 5],
      ['columns', 6],
      ['not-understood', 7],
    ]);
    expect(rows.map(({ time, columns }) => [time, columns['address'], columns['level']])).toEqual([
      ['2026-11-17T01:14:00Z', 'a', undefined],
      ['2000-10-11T12:32:52Z', '127.0.0.1', 'error'],
      ['2011-09-09T08:42:29.902022Z', '1.1.1.1', 'error'],
      ['2019-08-25T21:59:53Z', '51.255.128.104', 'error'],
      [null, 'a', undefined],
      ['2026-11-17T01:14:00Z', 'a', undefined],
      [null, undefined, undefined],
    ]);
    expect(readCut(clf, text).problems.filter(({ kind }) => kind === 'no-time')).toHaveLength(3);
  });

  it('asks for no zone where each time has its own', () => {
    const text = `a - - ${TIME} "GET / HTTP/1.1" 200 1\n`;
    expect(clf.detect(sampleOf('access.log', text))).toEqual({ certainty: 0.95, asks: {} });
    expect(clf.detect(sampleOf('x.txt', 'a sentence\nof two lines\n'))).toBeNull();
  });
});

describe.skipIf(!hasSamples)('access log samples (skipped: no samples, where they are not there)', () => {
  const read = (name: string): ReturnType<typeof readAll> =>
    readAll(clf, sampleBytes(`apache/${name}`), { zone: 'UTC' });
  const statuses = (name: string): Record<number, number> => {
    const counts: Record<number, number> = {};
    for (const { columns } of read(name).rows) {
      const status = Number(columns['status']);
      counts[status] = (counts[status] ?? 0) + 1;
    }
    return counts;
  };

  it.each([
    ['shop_access_combined.log', 1000, '2019-01-22T00:26:14Z', '2019-01-22T00:29:11Z', []],
    ['tomcat_webshell_common.log', 2661, '1970-01-01T00:00:00Z', '2018-07-11T12:33:50Z', []],
    ['plaso_apache_access.log', 15, '2015-05-17T10:05:14Z', '2021-04-25T06:15:33Z', []],
    ['sekoia_apache_mixed.log', 15, '2000-10-10T20:55:36Z', '2025-08-04T07:52:56Z', [13]],
    ['sekoia_nginx_mixed.log', 14, '2019-08-22T06:28:30Z', '2023-11-15T12:49:01Z', [9, 10, 11, 12, 13]],
  ])('%s: %i rows', (name, count, first, last, unread) => {
    const { rows, problems } = read(name);
    expect(rows).toHaveLength(count);
    const times = rows.flatMap(({ time }) => time ?? []).toSorted();
    expect([times.at(0), times.at(-1)]).toEqual([first, last]);
    expect(problems.map(({ kind, line }) => [kind, line])).toEqual(
      unread.map((line) => ['not-understood', line]),
    );
  });

  it('has the statuses that were counted without it', () => {
    expect(statuses('shop_access_combined.log')).toEqual({ 200: 938, 301: 11, 302: 20, 304: 7, 404: 24 });
    // Counted by words there are 140 × 400; the other 14 have no request (`"-"`), one of them a time of 1970.
    expect(statuses('tomcat_webshell_common.log')).toMatchObject({ 200: 981, 400: 154, 404: 1484 });
  });
});
