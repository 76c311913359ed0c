import { describe, expect, it } from 'vitest';
import { iisW3c } from '../../../src-main/logs/readers/iis-w3c.ts';
import { rowFlags } from '../../../src-main/logs/reading/row.ts';
import { readAll, sampleOf } from './read.ts';
import { hasSamples, sampleBytes } from './samples.ts';

const HEAD = '#Software: Microsoft Internet Information Services 10.0\r\n#Version: 1.0\r\n';
const FIELDS =
  'date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip sc-status time-taken';
const row = (time: string, path: string, client = '203.0.113.7'): string =>
  `2026-11-17 ${time} 10.0.0.1 GET ${path} - 443 - ${client} 200 12\r\n`;

describe('IIS, W3C extended', () => {
  it('reads a row with all that it says', () => {
    const { rows, problems } = readAll(iisW3c, `${HEAD}#Fields: ${FIELDS}\r\n${row('01:11:42', '/a.cfm')}`);
    expect(problems).toEqual([]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      line: 4,
      offset: HEAD.length + FIELDS.length + '#Fields: \r\n'.length,
      time: '2026-11-17T01:11:42Z',
      flags: 0,
      raw: row('01:11:42', '/a.cfm').trim(),
      columns: {
        destination: '10.0.0.1',
        method: 'GET',
        path: '/a.cfm',
        address: '203.0.113.7',
        status: 200,
        port: 443,
        duration: 12,
      },
    });
    expect(rows[0]?.fields.find(({ name }) => name === 'cs-username')).toEqual({
      name: 'cs-username',
      value: '-',
    });
  });

  it('reads each row with the heading that stands before it, wherever pieces are cut', () => {
    const text =
      `${HEAD}#Fields: ${FIELDS}\r\n${row('01:11:42', '/a.cfm')}` +
      '#Software: x\n#Fields: date time c-ip X-Forwarded-For cs-uri-stem sc-status\n' +
      '2026-11-17 01:11:43 173.245.48.9 198.51.100.4,+10.0.0.9 /b.cfm 404\n' +
      '2026-11-17 01:11:44 173.245.48.9 - /c.cfm 404';
    for (const piece of [1, 2, 3, 7, 64, 100_000]) {
      const { rows, problems } = readAll(iisW3c, text, {}, piece);
      expect(problems).toEqual([]);
      expect(rows.map(({ columns }) => [columns['path'], columns['address'], columns['status']])).toEqual([
        ['/a.cfm', '203.0.113.7', 200],
        ['/b.cfm', '198.51.100.4', 404],
        ['/c.cfm', '173.245.48.9', 404],
      ]);
    }
  });

  it('takes the day from #Date where rows have none, and moves on at midnight but not for a little disorder', () => {
    const text =
      '#Date: 2013-07-30 23:59:00\n#Fields: time c-ip\n23:59:59 a\n23:59:58 b\n00:00:01 c\n00:00:00 d\n';
    expect(readAll(iisW3c, text).rows.map(({ time }) => time)).toEqual([
      '2013-07-30T23:59:59Z',
      '2013-07-30T23:59:58Z',
      '2013-07-31T00:00:01Z',
      '2013-07-31T00:00:00Z',
    ]);
  });

  it('keeps what does not fit as raw text, counted', () => {
    const text = `#Fields: ${FIELDS}\n2026-11-17 01:11:42 only four\n2026-02-30 01:11:42 10.0.0.1 GET / - 443 - a 200 1\n`;
    const { rows, problems } = readAll(iisW3c, text);
    expect(problems.map(({ kind, line }) => [kind, line])).toEqual([
      ['columns', 2],
      ['bad-time', 3],
    ]);
    expect(rows.map(({ time, flags }) => [time, flags])).toEqual([
      ['2026-11-17T01:11:42Z', rowFlags.damaged],
      [null, rowFlags.undated],
    ]);
  });

  it('asks for the zone of local times, and marks those that exist twice or never', () => {
    const text =
      '#Fields: date-local time-local c-ip\n2026-10-25 02:30:00.5 a\n2026-03-29 02:30:00 b\n2026-07-01 12:00:00 c\n';
    expect(iisW3c.detect(sampleOf('x.log', text))?.asks).toEqual({ zone: true });
    const { rows } = readAll(iisW3c, text, { zone: 'Europe/Berlin' });
    expect(rows.map(({ time, flags }) => [time, flags])).toEqual([
      ['2026-10-25T00:30:00.5Z', rowFlags.ambiguous],
      ['2026-03-29T01:30:00Z', rowFlags.nonexistent],
      ['2026-07-01T10:00:00Z', 0],
    ]);
  });

  it('holds a line of any length, runs of zero bytes and a file without heading', () => {
    const long = `#Fields: date time cs-uri-stem\n2026-11-17 01:00:00 /${'a'.repeat(3_000_000)}\n2026-11-17 01:00:01 /b\n`;
    const { rows, problems } = readAll(iisW3c, long, {}, 5000);
    expect(problems.map(({ kind, line }) => [kind, line])).toEqual([['line-too-long', 2]]);
    expect(rows.map(({ flags, raw }) => [flags, raw.length])).toEqual([
      [rowFlags.clipped, 1024 * 1024],
      [0, '2026-11-17 01:00:01 /b'.length],
    ]);
    const cut = `#Fields: date time cs-uri-stem\n2026-11-17 01:00:00 /a\n${'\0'.repeat(2_000_000)}2026-11-17 01:00:01 /b\n`;
    const torn = readAll(iisW3c, cut, {}, 1000);
    expect(torn.problems.map(({ kind }) => kind)).toEqual(['nul-run']);
    expect(torn.rows.map(({ columns }) => columns['path'])).toEqual(['/a', '/b']);
    expect(torn.rows[1]?.offset).toBe(cut.length - '2026-11-17 01:00:01 /b\n'.length);
    const bare = readAll(iisW3c, '2026-11-17 01:00:00 /a\nb\n');
    expect(bare.problems.map(({ kind }) => kind)).toEqual(['no-heading']);
    expect(bare.rows).toHaveLength(2);
  });

  it('reads UTF-16 with offsets of the file', () => {
    const text = `\ufeff#Fields: date time cs-uri-stem\r\n2026-11-17 01:00:00 /ä😀\r\n2026-11-17 01:00:01 /b\r\n`;
    const bytes = Buffer.from(text, 'utf16le');
    for (const piece of [1, 3, 10, 100_000]) {
      const { rows, problems } = readAll(iisW3c, bytes, {}, piece);
      expect(problems).toEqual([]);
      expect(rows.map(({ columns, line }) => [columns['path'], line])).toEqual([
        ['/ä😀', 2],
        ['/b', 3],
      ]);
      expect(rows[1]?.offset).toBe(text.indexOf('2026-11-17 01:00:01') * 2);
    }
  });
});

describe.skipIf(!hasSamples)('IIS samples (skipped: no samples, where they are not there)', () => {
  const read = (name: string): ReturnType<typeof readAll> =>
    readAll(iisW3c, sampleBytes(`iis/${name}`), { zone: 'UTC' });

  it.each([
    ['Tunna_rdp_tunnel_IIS.log', 4298, '2019-09-03T10:13:36Z', '2019-09-03T11:08:51Z', 0],
    ['iis10.log', 1, '2021-04-01T00:00:21Z', '2021-04-01T00:00:21Z', 0],
    ['iis10_cookies.log', 3, '2021-04-01T00:00:21Z', '2021-04-01T00:00:21Z', 0],
    ['iis10_edge_cases.log', 15, '2022-01-01T00:01:24Z', '2022-01-01T18:42:55Z', 6],
    ['iis6.log', 12, '2013-07-30T00:00:00Z', '2015-10-16T13:01:02Z', 0],
    ['iis7_owa.log', 3, '2015-01-01', '2015-12-31', 0],
    ['iis7_sqli.log', 2, '2015-10-16T13:01:02Z', '2015-10-16T13:01:02Z', 0],
    ['iis_without_date.log', 11, '2013-07-30T00:00:00Z', '2013-07-30T00:00:13Z', 0],
    ['lnav_w3c.0.log', 1, '2002-05-02T17:42:15Z', '2002-05-02T17:42:15Z', 0],
    ['lnav_w3c.1.log', 1, '2001-10-31T00:00:18Z', '2001-10-31T00:00:18Z', 0],
    ['lnav_w3c.2.log', 14, '2000-10-09T16:44:49Z', '2000-10-10T16:48:05Z', 0],
    ['lnav_w3c.3.log', 3, '2012-08-15T17:00:00.363Z', '2012-08-15T17:00:00.675Z', 0],
    ['lnav_w3c.4.log', 2, '2017-06-26T18:21:17Z', '2017-06-28T07:26:35Z', 0],
    ['lnav_w3c.5.log', 1, '2015-01-13T00:32:17Z', '2015-01-13T00:32:17Z', 1],
    ['lnav_w3c.6.log', 1, '2015-01-13T00:32:17Z', '2015-01-13T00:32:17Z', 0],
    ['lnav_w3c_big.log', 210, '2015-01-13T00:32:17Z', '2015-01-13T23:15:41Z', 0],
  ])('%s: %i rows', (name, count, first, last, problems) => {
    const seen = read(name);
    expect(seen.rows).toHaveLength(count);
    const times = seen.rows.map(({ time }) => time ?? '').toSorted();
    expect(times.at(0)).toContain(first);
    expect(times.at(-1)).toContain(last);
    expect(seen.problems).toHaveLength(problems);
  });

  it('finds the words of the tunnel in as many rows as grep', () => {
    expect(read('Tunna_rdp_tunnel_IIS.log').rows.filter(({ raw }) => raw.includes('proxy'))).toHaveLength(
      4298,
    );
  });
});
