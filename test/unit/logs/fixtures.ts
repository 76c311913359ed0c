import type { Given } from '../../../src-main/logs/reading/reader.ts';
import { crashRow, jdbcRow, requestRow, resourceRow } from './fusionreactor-rows.ts';

/** A small file of each kind of log, as its program would write it. */
export interface LogFixture {
  /** Of the reader. */
  readonly id: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/** Everything that a reader could ask, so that no time is missing for want of an answer. */
export const answers: Partial<Given> = { zone: 'Europe/Berlin', year: 2026 };

const clock = (i: number): string => `02:14:${String(i % 60).padStart(2, '0')}`;
const rows = (count: number, row: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => row(i)).join('');
const text = (id: string, name: string, content: string): LogFixture => ({
  id,
  name,
  bytes: Buffer.from(content),
});

const w3c = text(
  'iis-w3c',
  'u_ex261117.log',
  '#Software: Microsoft Internet Information Services 10.0\r\n#Date: 2026-11-17 01:14:00\r\n' +
    '#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port c-ip cs(User-Agent) sc-status time-taken\r\n' +
    rows(
      20,
      (i) =>
        `2026-11-17 ${clock(i)} 10.0.0.1 GET /a${i}.cfm id=${i}+x 443 203.0.113.7 Mozilla/5.0+(X11) 200 ${i}\r\n`,
    ),
);

const native = text(
  'iis-native',
  'in261117.log',
  rows(
    20,
    (i) =>
      `203.0.113.7, -, 11/17/2026, ${clock(i)}, W3SVC1, WEB01, 10.0.0.1, ${i}, 163, 3223, 200, 0, GET, /a.cfm, x=${i},\r\n`,
  ),
);

const combined = text(
  'clf',
  'access.log',
  rows(
    20,
    (i) =>
      `203.0.113.7 - ben [17/Nov/2026:${clock(i)} +0100] "GET /a${i}?q=\\"x\\" HTTP/1.1" 200 ${i} "-" "Mozilla/5.0 (X11)"\n`,
  ),
);

const firewall = text(
  'pfirewall',
  'pfirewall.log',
  '#Version: 1.5\r\n#Software: Microsoft Windows Firewall\r\n#Time Format: Local\r\n' +
    '#Fields: date time action protocol src-ip dst-ip src-port dst-port size tcpflags tcpsyn tcpack tcpwin icmptype icmpcode info path pid\r\n\r\n' +
    rows(
      20,
      (i) =>
        `2026-11-17 ${clock(i)} DROP TCP 203.0.113.7 10.0.0.1 ${i} 443 64 S 1 0 65535 - - - RECEIVE 4\r\n`,
    ),
);

const packets = text(
  'netfilter',
  'kern.log',
  rows(
    20,
    (i) =>
      `Nov 17 ${clock(i)} fw kernel: [ 16.4] [UFW BLOCK] IN=eth0 OUT= SRC=203.0.113.7 DST=10.0.0.1 LEN=52 PROTO=TCP SPT=${i} DPT=443 SYN\n`,
  ),
);

const messages = text(
  'syslog',
  'messages',
  rows(
    10,
    (i) => `Nov 17 ${clock(i)} web01 sshd[${i}]: Failed password for root from 203.0.113.7 port ${i} ssh2\n`,
  ) +
    rows(
      10,
      (i) =>
        `<34>1 2026-11-17T${clock(i)}.5+01:00 web01 app 7 ID1 [x@1 a="b \\"c\\""] message ${i}\n\tgoes on\n`,
    ),
);

const cloudflare = text(
  'cloudflare',
  'events.log',
  rows(
    20,
    (i) =>
      `{"Action":"block","ClientIP":"203.0.113.7","ClientRequestPath":"/a\\"${i}","Datetime":${1794878040_000000000n + BigInt(i)},"RayID":"7299","EdgeResponseStatus":403,"Metadata":{"a":[1,{}]}}\n`,
  ),
);

const json = text(
  'jsonl',
  'app.json',
  JSON.stringify(
    Array.from({ length: 20 }, (_, i) => ({
      time: `2026-11-17T${clock(i)}Z`,
      user: 'a"b',
      n: [i, { x: {} }],
    })),
    null,
    1,
  ),
);

const table = text(
  'csv',
  'export.csv',
  `Time;Client IP;User;Status\r\n${rows(20, (i) => `2026-11-17 ${clock(i)};203.0.113.7;"a; ""b""\r\n${i}";200\r\n`)}`,
);

const reactor = text(
  'fusionreactor',
  'request.log',
  rows(
    5,
    (i) => requestRow(i, 'started') + jdbcRow(i, 'SELECT 1\nFROM a') + resourceRow(i) + crashRow(i, true),
  ),
);

const scan = text(
  'clamav',
  'clamd.log',
  rows(10, (i) => `Tue Nov 17 ${clock(i)} 2026 -> /srv/a${i}: Eicar-Test(44d8:68) FOUND\n`) +
    '\n-----------\n\na/b.cfm: Eicar-Test FOUND\n\n----------- SCAN SUMMARY -----------\nInfected files: 1\nStart Date: 2026:11:17 02:14:00\n',
);

const defender: LogFixture = {
  id: 'mplog',
  name: 'MPLog-20261117-011400.log',
  bytes: Buffer.from(
    `\ufeff${rows(10, (i) => `2026-11-17T${clock(i)}.087Z DETECTIONEVENT MPSOURCE_REALTIME Trojan:X!${i} file:C:\\a.asp;\r\ngoes on\r\n`)}`,
    'utf16le',
  ),
};

export const logFixtures: readonly LogFixture[] = [
  w3c,
  native,
  combined,
  firewall,
  packets,
  messages,
  cloudflare,
  json,
  table,
  reactor,
  scan,
  defender,
];
