import { evtx } from '../../../../src-main/logs/readers/evtx.ts';
import { fusionReactor } from '../../../../src-main/logs/readers/fusionreactor.ts';
import { EvtxWriter } from '../../../fixtures/evtx/evtx-writer.ts';
import { crashRow, jdbcRow, requestRow, resourceRow } from '../fusionreactor-rows.ts';
import type { Case } from './case.ts';
import type { Log } from './find.ts';
import { iis, many, packets, sshd } from './rows.ts';

const attacker = '203.0.113.9';
const day = 86_400;

const reactor = (...rows: readonly string[]): Log => ({
  reader: fusionReactor,
  bytes: rows.join(''),
  given: { name: 'request.log' },
});
const queries = (...rows: readonly string[]): Log => ({
  reader: fusionReactor,
  bytes: rows.join(''),
  given: { name: 'jdbc.log' },
});
const crash = (...rows: readonly string[]): Log => ({
  reader: fusionReactor,
  bytes: rows.join(''),
  given: { name: 'crashprotection.log' },
});
/** A request of so many milliseconds. */
const took = (at: number, ms: number): string =>
  requestRow(at, 'finished').replace(' 87 12.5 ', ` ${ms} 12.5 `);

const read = (at: number, rows: number): string =>
  requestRow(at, 'finished').replace(' 40 35 900 5120 ', ` 40 35 ${rows} 5120 `);
const asked = (at: number, rows: number): string =>
  jdbcRow(at, 'SELECT * FROM orders').replace(' 40 45 900 ', ` 40 45 ${rows} `);
const by = (address: string, row: string): string => row.replace(' 203.0.113.7 ', ` ${address} `);

export function records(numbers: readonly number[]): Log {
  const writer = new EvtxWriter();
  for (const number of numbers) writer.add({ number });
  return { reader: evtx, bytes: writer.finish() };
}

export const otherCases: readonly Case[] = [
  {
    rule: 'fusionreactor-crash-protection',
    about: 'WebRequest quantity',
    rows: 1,
    speaks: crash(crashRow(0, true)),
    silent: reactor(requestRow(0, 'finished')),
  },
  {
    rule: 'fusionreactor-slow-burst',
    about: 'EV-001',
    rows: 20,
    speaks: reactor(...many(20, (i) => took(i * 1000, 12_000))),
    silent: reactor(...many(19, (i) => took(i * 1000, 12_000)), ...many(50, (i) => took(20_000 + i, 900))),
  },
  {
    rule: 'fusionreactor-slow-client',
    about: '203.0.113.7',
    rows: 10,
    speaks: reactor(...many(10, (i) => took(i * 1000, 6000))),
    silent: reactor(...many(10, (i) => took(i * 60_000, 6000))),
  },
  {
    rule: 'fusionreactor-memory',
    about: 'EV-001',
    rows: 3,
    speaks: reactor(...many(3, (i) => resourceRow(i * 60_000))),
    silent: reactor(...many(9, (i) => resourceRow(i * 60_000).replace(' MEM 91.5 ', ' MEM 80.5 '))),
  },
  {
    rule: 'fusionreactor-unusual-duration',
    about: 'https://shop.example/a.cfm',
    rows: 1,
    speaks: reactor(...many(30, (i) => took(i * 1000, 90)), took(40_000, 9000)),
    silent: reactor(...many(30, (i) => took(i * 1000, 4000)), took(40_000, 9000)),
  },
  {
    rule: 'fusionreactor-many-rows',
    about: 'https://shop.example/a.cfm',
    rows: 1,
    speaks: reactor(...many(30, (i) => read(i * 1000, 60)), read(40_000, 41_000)),
    // Always as many; or twenty times as many, which is a page of a list still; or one that only began.
    silent: reactor(
      ...many(30, (i) => read(i * 1000, 4000)),
      read(40_000, 41_000),
      requestRow(41_000, 'started').replace(' 40 35 900 5120 ', ' 40 35 999999 5120 '),
    ),
  },
  {
    rule: 'fusionreactor-many-rows',
    about: '/a.cfm',
    rows: 1,
    speaks: queries(...many(30, (i) => asked(i * 1000, 3)), asked(40_000, 1000)),
    silent: queries(...many(30, (i) => asked(i * 1000, 3)), asked(40_000, 999)),
  },
  {
    rule: 'fusionreactor-one-client',
    about: '198.51.100.9',
    rows: 16,
    speaks: reactor(
      ...many(20, (i) => by(`203.0.113.${i}`, took(i * 100, 5000))),
      ...many(16, (i) => by('198.51.100.9', took(2000 + i * 100, 4000))),
      // Long before.
      by('198.51.100.9', took(-60_000, 100)),
    ),
    // As many, one after the other; fewer than browsers make; among many others; statements, which are no requests.
    silent: reactor(
      ...many(40, (i) => by('198.51.100.9', took(i * 100, 100))),
      ...many(14, (i) => by('198.51.100.10', took(60_000 + i * 10, 4000))),
      ...many(80, (i) => by(`203.0.113.${i}`, took(120_000 + i * 10, 5000))),
      ...many(20, (i) => by('198.51.100.11', took(120_400 + i * 10, 5000))),
      ...many(40, (i) => asked(180_000 + i, 1)),
    ),
  },
  {
    rule: 'firewall-port-scan',
    about: attacker,
    rows: 15,
    speaks: packets(many(15, (i) => ({ second: i, port: 1000 + i }))),
    silent: packets(
      many(60, (i) => ({ second: i, port: 1000 + (i % 9) })),
      many(60, (i) => ({ second: i * 30, port: 2000 + i, from: '198.51.100.1' })),
    ),
  },
  {
    rule: 'firewall-host-sweep',
    about: attacker,
    rows: 15,
    speaks: packets(many(15, (i) => ({ second: i, to: `10.0.0.${i}` }))),
    silent: packets(
      many(15, (i) => ({ second: i, to: `10.0.0.${i}`, action: 'ALLOW' })),
      many(15, (i) => ({ second: i * 60, to: `10.0.0.${i}` })),
    ),
  },
  {
    rule: 'firewall-new-outbound',
    about: '192.0.2.44',
    rows: 2,
    speaks: packets(
      many(9, (i) => ({ second: i * day, action: 'ALLOW', path: 'SEND', to: '198.51.100.1' })),
      many(2, (i) => ({ second: 9 * day + i, action: 'ALLOW', path: 'SEND', to: '192.0.2.44' })),
    ),
    // Inside of the own network; or in a log that begins too late to know.
    silent: packets(
      many(9, (i) => ({ second: i * day, action: 'ALLOW', path: 'SEND', to: '198.51.100.1' })),
      { second: 9 * day, action: 'ALLOW', path: 'SEND', to: '192.168.3.4' },
      { second: 2 * day, action: 'ALLOW', path: 'SEND', to: '192.0.2.44' },
    ),
  },
  {
    rule: 'firewall-unusual-port-out',
    about: '192.0.2.44',
    rows: 1,
    speaks: packets({ action: 'ALLOW', path: 'SEND', from: '10.0.0.1', to: '192.0.2.44', port: 4444 }),
    silent: packets(
      { action: 'ALLOW', path: 'SEND', from: '10.0.0.1', to: '10.0.0.9', port: 4444 },
      { action: 'ALLOW', path: 'SEND', from: '10.0.0.1', to: '192.0.2.44', port: 443 },
      { action: 'DROP', path: 'SEND', from: '10.0.0.1', to: '192.0.2.44', port: 4444 },
    ),
  },
  {
    rule: 'syslog-logon-burst',
    about: attacker,
    rows: 10,
    speaks: sshd(...many(10, (i) => `Failed password for user${i} from ${attacker} port ${i} ssh2`)),
    silent: sshd(...many(10, (i) => `Accepted password for user${i} from ${attacker} port ${i} ssh2`)),
  },
  {
    rule: 'syslog-failed-then-success',
    about: attacker,
    rows: 6,
    speaks: sshd(
      ...many(5, (i) => `Failed password for root from ${attacker} port ${i} ssh2`),
      `Accepted password for root from ${attacker} port 9 ssh2`,
    ),
    silent: sshd(
      ...many(5, (i) => `Failed password for root from ${attacker} port ${i} ssh2`),
      'Accepted publickey for root from 198.51.100.1 port 9 ssh2',
    ),
  },
  {
    rule: 'source-silent',
    about: 'EV-001',
    rows: 2,
    speaks: iis(
      many(600, (i) => ({ second: i * 20 })),
      many(600, (i) => ({ second: 30_000 + i * 20 })),
    ),
    silent: iis(many(1200, (i) => ({ second: i * 20 }))),
  },
  {
    rule: 'source-clock-back',
    about: 'EV-001',
    rows: 2,
    speaks: iis(
      many(30, (i) => ({ second: 1000 + i })),
      many(30, (i) => ({ second: i })),
    ),
    // A little late, as long requests are; and a list with the newest first.
    silent: iis(many(60, (i) => ({ second: i * 10 - (i % 7) * 9 }))),
  },
  {
    rule: 'source-clock-back',
    about: 'EV-001',
    rows: 2,
    speaks: iis(
      many(30, (i) => ({ second: 1000 + i })),
      many(30, (i) => ({ second: i })),
    ),
    silent: iis(many(60, (i) => ({ second: 60_000 - i * 900 }))),
  },
  {
    rule: 'source-records-missing',
    about: 'EV-001',
    rows: 2,
    speaks: records([1, 2, 3, 7, 8]),
    silent: records([5, 6, 7, 8]),
  },
];
