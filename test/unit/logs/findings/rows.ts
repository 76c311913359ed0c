import { clf } from '../../../../src-main/logs/readers/clf.ts';
import { evtxXml } from '../../../../src-main/logs/readers/evtx-xml.ts';
import { iisW3c } from '../../../../src-main/logs/readers/iis-w3c.ts';
import { pfirewall } from '../../../../src-main/logs/readers/pfirewall.ts';
import { syslog } from '../../../../src-main/logs/readers/syslog.ts';
import type { Log } from './find.ts';

const START = Date.UTC(2026, 10, 2);

/** `2026-11-02T00:00:00.000Z` and so many seconds. */
export const at = (seconds: number): string => new Date(START + seconds * 1000).toISOString();
const blank = (seconds: number): string => at(seconds).slice(0, 19).replace('T', ' ');

export const many = <Row>(count: number, row: (i: number) => Row): Row[] =>
  Array.from({ length: count }, (_, i) => row(i));

export interface WebRow {
  readonly second?: number;
  readonly method?: string;
  readonly path?: string;
  readonly query?: string;
  readonly user?: string;
  readonly address?: string;
  readonly agent?: string;
  readonly referer?: string;
  readonly status?: number;
  readonly bytes?: number;
}

/** Requests as IIS writes them. */
export function iis(...rows: readonly (WebRow | readonly WebRow[])[]): Log {
  const lines = rows.flat().map((row) => {
    const { second = 0, method = 'GET', path = '/', query = '-', user = '-', address = '198.51.100.7' } = row;
    const { agent = 'Mozilla/5.0', referer = 'https://shop.example/', status = 200, bytes = 5000 } = row;
    return `${blank(second)} ${method} ${path} ${query} ${user} ${address} ${agent} ${referer} ${status} ${bytes}\n`;
  });
  const fields =
    'date time cs-method cs-uri-stem cs-uri-query cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-bytes';
  return { reader: iisW3c, bytes: `#Fields: ${fields}\n${lines.join('')}` };
}

/** The same as Apache writes it: path and query are one. */
export const apache = (request: string, status = 200): Log => ({
  reader: clf,
  bytes: `203.0.113.9 - - [02/Nov/2026:00:00:00 +0000] "${request} HTTP/1.1" ${status} 12 "-" "Mozilla/5.0"\n`,
});

export interface EventRow {
  readonly id: number;
  readonly provider?: string;
  readonly second?: number;
  readonly computer?: string;
  readonly data?: Readonly<Record<string, string>>;
  /** Values without a name. */
  readonly values?: readonly string[];
  readonly failed?: boolean;
}

export const SECURITY = 'Microsoft-Windows-Security-Auditing';
export const SYSMON = 'Microsoft-Windows-Sysmon';
export const DEFENDER = 'Microsoft-Windows-Windows Defender';

/** Events as the Windows viewer saves them. */
export function events(...rows: readonly (EventRow | readonly EventRow[])[]): Log {
  const all = rows.flat().map((row) => {
    const {
      id,
      provider = SECURITY,
      second = 0,
      computer = 'WEB01',
      data = {},
      values = [],
      failed = false,
    } = row;
    const named = Object.entries(data).map(
      ([name, value]) => `<Data Name='${name}'>${escaped(value)}</Data>`,
    );
    const plain = values.map((value) => `<Data>${escaped(value)}</Data>`);
    return (
      `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='${provider}'/>` +
      `<EventID>${id}</EventID><Keywords>0x80${failed ? '10' : '20'}000000000000</Keywords>` +
      `<TimeCreated SystemTime='${at(second)}'/><Computer>${computer}</Computer></System>` +
      `<EventData>${[...named, ...plain].join('')}</EventData></Event>`
    );
  });
  return { reader: evtxXml, bytes: `<Events>${all.join('')}</Events>` };
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export interface PacketRow {
  readonly second?: number;
  readonly action?: string;
  readonly from?: string;
  readonly to?: string;
  readonly port?: number;
  readonly path?: string;
}

/** Packets as the Windows firewall writes them. */
export function packets(...rows: readonly (PacketRow | readonly PacketRow[])[]): Log {
  const lines = rows.flat().map((row) => {
    const {
      second = 0,
      action = 'DROP',
      from = '203.0.113.9',
      to = '10.0.0.1',
      port = 443,
      path = 'RECEIVE',
    } = row;
    return `${blank(second)} ${action} TCP ${from} ${to} 50000 ${port} 64 S 1 0 65535 - - - ${path} 4\n`;
  });
  const fields =
    'date time action protocol src-ip dst-ip src-port dst-port size tcpflags tcpsyn tcpack tcpwin icmptype icmpcode info path pid';
  return {
    reader: pfirewall,
    bytes: `#Version: 1.5\n#Time Format: UTC\n#Fields: ${fields}\n${lines.join('')}`,
  };
}

/** What sshd says, one message each second. */
export const sshd = (...messages: readonly string[]): Log => ({
  reader: syslog,
  bytes: messages.map((text, i) => `<38>1 ${at(i)} web01 sshd 7 - - ${text}\n`).join(''),
});
