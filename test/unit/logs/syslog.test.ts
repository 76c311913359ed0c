import { describe, expect, it } from 'vitest';
import { netfilter } from '../../../src-main/logs/readers/netfilter.ts';
import { syslog } from '../../../src-main/logs/readers/syslog.ts';
import { readAll, readCut, sampleOf } from './read.ts';
import { hasSamples, sampleBytes } from './samples.ts';

const modified = Date.UTC(2026, 0, 3, 12);
const berlin = { zone: 'Europe/Berlin', year: 2025 };

describe('syslog', () => {
  it('reads RFC 3164 in a zone, and counts the years on from the first row', () => {
    const text = [
      'Dec 31 23:59:58 WEB01 cron[12]: (root) CMD (true)',
      'Jan  1 00:00:01 WEB01 sshd[7]: Failed password for invalid user a b from 203.0.113.7 port 9 ssh2',
      'Dec 31 23:59:59 WEB01 late: came late',
      '<34>Jan  1 00:00:02.25 WEB01 /usr/sbin/su[3]: failed',
      '\tand goes on',
      'Jan  1 00:00:03 kernel: [997.390602] sda2: rw=0',
      'Jan  1 00:00:04: --- last message repeated 5 times ---',
      'Jan  1 2027 00:00:05 ASA01 %ASA-6-302013: Built',
    ].join('\n');
    expect(syslog.detect(sampleOf('messages', text, modified))?.asks).toEqual({ zone: true, year: 2025 });
    expect(syslog.detect(sampleOf('messages', text))?.asks).toEqual({ zone: true, year: 0 });
    const { rows, problems } = readCut(syslog, text, berlin);
    expect(problems).toEqual([]);
    expect(rows.map(({ time, line }) => [line, time])).toEqual([
      [1, '2025-12-31T22:59:58Z'],
      [2, '2025-12-31T23:00:01Z'],
      [3, '2025-12-31T22:59:59Z'],
      [4, '2025-12-31T23:00:02.25Z'],
      [6, '2025-12-31T23:00:03Z'],
      [7, '2025-12-31T23:00:04Z'],
      [8, '2026-12-31T23:00:05Z'],
    ]);
    expect(rows[1]?.columns).toEqual({
      computer: 'WEB01',
      provider: 'sshd',
      action: 'Failed',
      user: 'a b',
      address: '203.0.113.7',
    });
    expect(rows[3]).toMatchObject({
      raw: '<34>Jan  1 00:00:02.25 WEB01 /usr/sbin/su[3]: failed\n\tand goes on',
      columns: { level: 'crit', provider: '/usr/sbin/su' },
    });
    expect(rows[4]?.columns).toEqual({ provider: 'kernel' });
    // Nobody said the year: the file's own date does.
    expect(readAll(syslog, text, { zone: 'UTC', modified }).rows[0]?.time).toBe('2025-12-31T23:59:58Z');
    expect(readAll(syslog, text, { zone: 'UTC' }).rows[0]?.time).toBeNull();
  });

  it('reads RFC 5424 with its structured data, whose brackets and quotes may be escaped', () => {
    const text =
      '<165>1 2026-11-17T02:14:00.123456+01:00 WEB01 app 77 ID47 [x@1 a="b \\"c\\" \\] d"][y@2 e="f"] \ufeffa message\n' +
      '<14>1 - - - - - - no time\n<14>1 2026-11-17T01:14:00Z h a - - -\n';
    const { rows, problems } = readCut(syslog, text);
    expect(syslog.detect(sampleOf('x.log', text))?.asks).toEqual({});
    expect(problems.map(({ kind, line }) => [kind, line])).toEqual([['no-time', 2]]);
    expect(rows.map(({ time, columns }) => [time, columns])).toEqual([
      ['2026-11-17T01:14:00.123456Z', { level: 'notice', computer: 'WEB01', provider: 'app' }],
      [null, { level: 'info' }],
      ['2026-11-17T01:14:00Z', { level: 'info', computer: 'h', provider: 'a' }],
    ]);
    expect(rows[0]?.fields).toEqual([
      { name: 'priority', value: '165' },
      { name: 'time', value: '2026-11-17T02:14:00.123456+01:00' },
      { name: 'host', value: 'WEB01' },
      { name: 'program', value: 'app' },
      { name: 'process id', value: '77' },
      { name: 'message id', value: 'ID47' },
      { name: 'x@1.a', value: 'b "c" ] d' },
      { name: 'y@2.e', value: 'f' },
      { name: 'message', value: 'a message' },
    ]);
  });

  it('takes messages apart that share a line, counted or not, but only in a capture with priorities', () => {
    const one = '<13>Nov 17 02:14:00 h a: one <b> <99999>';
    const two = '<13>2026-11-17T02:14:01+01:00 h a: two';
    const capture = readCut(syslog, `${one}${two}\nrest${one}\n`, { zone: 'UTC', year: 2026 });
    expect(capture.rows.map(({ raw, offset }) => [raw, offset])).toEqual([
      [one, 0],
      [two, one.length],
      ['rest', one.length + two.length + 1],
      [one, one.length + two.length + 5],
    ]);
    expect(capture.problems.map(({ kind }) => kind)).toEqual(['not-understood']);
    const counted = `${one.length} ${one}${two.length} ${two}`;
    expect(readCut(syslog, counted, { zone: 'UTC', year: 2026 }).rows.map(({ raw }) => raw)).toEqual([
      one,
      two,
    ]);
    const injected = `Nov 17 02:14:00 h a: ${two}`;
    expect(readCut(syslog, injected, { zone: 'UTC', year: 2026 }).rows).toHaveLength(1);
  });

  it('keeps what is no syslog, and dates that do not exist', () => {
    const text = 'MMM 22 07:54:32 h a: b\nFeb 29 01:00:00 h a: b\nFeb 28 25:00:00 h a: b\n';
    const { rows, problems } = readCut(syslog, text, { zone: 'UTC', year: 2026 });
    expect(problems.map(({ kind, line }) => [kind, line])).toEqual([
      ['not-understood', 1],
      ['bad-time', 2],
      ['bad-time', 3],
    ]);
    expect(rows.map(({ time }) => time)).toEqual([null, null, null]);
    expect(syslog.detect(sampleOf('x', 'no log\nat all\n'))).toBeNull();
  });

  it('reads the packets of netfilter', () => {
    const packet = 'SRC=203.0.113.7 DST=10.0.0.1 LEN=88 TOS=0x00 PROTO=UDP SPT=1 DPT=53 LEN=68';
    const text = [
      `Nov 17 02:14:00 fw kernel: [  16.459614] [UFW BLOCK] IN=eth0 OUT= MAC=90:10 ${packet}`,
      `Nov 17 02:14:01 DENY: IN=eth0 OUT= ${packet.replace('UDP', 'ICMP')} [SRC=1.1.1.1 DST=2.2.2.2 PROTO=TCP DPT=9 ]`,
      `<161>Nov 17 02:14:02 fw kernel: [wan-lan-D]IN=eth0 OUT= ${packet}`,
      'Nov 17 02:14:03 fw kernel: no packet',
    ].join('\n');
    expect(netfilter.detect(sampleOf('kern.log', text))?.certainty).toBeGreaterThan(0.7);
    const { rows, problems } = readCut(netfilter, text, { zone: 'UTC', year: 2026 });
    expect(problems).toEqual([]);
    const common = { address: '203.0.113.7', destination: '10.0.0.1', received: 88, port: 53 };
    expect(rows.map(({ columns }) => columns)).toEqual([
      { computer: 'fw', provider: 'kernel', rule: 'UFW BLOCK', action: 'BLOCK', protocol: 'UDP', ...common },
      { provider: 'DENY', rule: 'DENY', action: 'DENY', protocol: 'ICMP', ...common },
      {
        computer: 'fw',
        provider: 'kernel',
        level: 'alert',
        rule: 'wan-lan-D',
        protocol: 'UDP',
        ...common,
      },
      { computer: 'fw', provider: 'kernel' },
    ]);
    expect(rows[1]?.fields.filter(({ name }) => name.endsWith('SRC'))).toEqual([
      { name: 'SRC', value: '203.0.113.7' },
      { name: '[SRC', value: '1.1.1.1' },
    ]);
  });
});

describe.skipIf(!hasSamples)('syslog samples (skipped: no samples, where they are not there)', () => {
  const given = { zone: 'UTC', year: 2012 };
  const read = (name: string): ReturnType<typeof readAll> => readAll(syslog, sampleBytes(name), given);

  it.each([
    ['syslog/loghub_Linux_2k.log', 2000, '2012-06-14T15:16:01Z', '2012-07-27T14:42:00Z', 0],
    ['syslog/loghub_OpenSSH_2k.log', 2000, '2012-12-10T06:55:46Z', '2012-12-10T11:04:45Z', 0],
    ['syslog/syslog', 17, '2012-01-22T07:52:33Z', '2014-11-18T08:31:20Z', 1],
    [
      'syslog/syslog_rsyslog_SyslogProtocol23Format',
      10,
      '2021-03-06T04:07:38.251122Z',
      '2021-03-06T04:07:38.269077Z',
      1,
    ],
    ['syslog/syslog_rsyslog_SysklogdFileFormat', 10, '2012-03-06T04:07:28Z', '2012-03-06T04:07:28Z', 1],
    [
      'syslog/syslog_rsyslog_ForwardFormat',
      10,
      '2021-03-06T04:07:33.194677Z',
      '2021-03-06T04:07:33.208764Z',
      1,
    ],
    ['syslog/syslog_rsyslog_TraditionalForwardFormat', 10, '2012-03-06T04:07:23Z', '2012-03-06T04:07:23Z', 1],
    ['syslog/syslog_rsyslog_traditional', 9, '2012-01-22T07:54:32Z', '2012-11-18T01:15:20Z', 1],
    ['syslog/syslog_rsyslog', 5, '2020-05-31T00:00:45.698463Z', '2020-05-31T00:00:47.0448Z', 0],
    ['syslog/syslog_ssh.log', 9, '2012-03-11T00:00:00Z', '2012-03-11T22:55:35Z', 0],
    ['syslog/syslog_cron.log', 9, '2012-03-11T00:00:00Z', '2012-01-22T07:54:01Z', 0],
    ['syslog/syslog_osx', 2, '2012-03-11T19:26:39Z', '2012-03-11T19:26:45Z', 0],
    ['syslog/syslog_chromeos', 8, '2016-10-25T19:37:23.297265Z', '2016-10-25T19:37:25.014015Z', 0],
    ['syslog/lnav_mixed_times.log', 13, '2012-09-13T00:58:45Z', '2012-09-13T03:46:03Z', 0],
  ])('%s: %i rows', (name, count, first, last, problems) => {
    const seen = read(name);
    expect(seen.rows).toHaveLength(count);
    const times = seen.rows.flatMap(({ time }) => time ?? []);
    expect([times.at(0), times.at(-1)]).toEqual([first, last]);
    expect(seen.problems).toHaveLength(problems);
  });

  it('has 520 failed passwords', () => {
    const { rows } = read('syslog/loghub_OpenSSH_2k.log');
    const failed = rows.filter(({ columns }) => columns['action'] === 'Failed');
    // Two of them are told as "message repeated 2 times: [ Failed password …".
    expect(failed.filter(({ raw }) => raw.includes(': Failed password'))).toHaveLength(518);
    expect(rows.filter(({ raw }) => raw.includes('Failed password'))).toHaveLength(520);
    expect(failed.every(({ columns }) => columns['address'] !== undefined)).toBe(true);
  });

  it('reads the ten packets', () => {
    const { rows, problems } = readAll(
      netfilter,
      sampleBytes('iptables/elastic_iptables_excerpt.log'),
      given,
    );
    expect(problems).toEqual([]);
    expect(
      rows.map(({ columns }) => [
        columns['address'],
        columns['destination'],
        columns['protocol'],
        columns['port'],
      ]),
    ).toEqual([
      ['67.43.156.15', '10.4.0.5', 'TCP', 443],
      ['67.43.156.15', '10.4.0.5', 'TCP', 443],
      ['192.168.2.71', '192.168.2.83', 'ICMP', undefined],
      ['81.2.69.143', '172.16.54.114', 'TCP', 445],
      ['192.168.100.198', '172.16.54.114', 'TCP', 1433],
      ['192.168.100.167', '172.16.54.114', 'TCP', 445],
      [
        '2a02:cf40:add:4002:91f2:a9b2:e09a:6fc6',
        '2a02:cf40:add:4002:91f2:a9b2:e09a:6fc6',
        'ICMPv6',
        undefined,
      ],
      [
        'fe80:0000:0000:0000:0084:88ff:feae:790a',
        'ff02:0000:0000:0000:0000:0000:0000:0016',
        'ICMPv6',
        undefined,
      ],
      ['192.168.134.158', '192.168.2.25', 'TCP', 443],
      ['192.168.110.116', '192.168.2.25', 'ESP', undefined],
    ]);
  });
});
