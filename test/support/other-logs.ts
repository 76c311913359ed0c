import { EvtxWriter } from '../fixtures/evtx/evtx-writer.ts';
import { wide } from '../fixtures/evtx/values.ts';

/** A second of the night of `iis-lines.ts`, as a firewall of Windows writes it: local time without a zone. */
const localTime = (i: number): string => new Date(Date.UTC(2026, 10, 16, 19) + i * 1000).toISOString();

/** `pfirewall.log`: somebody tries ports, and one connection goes out. */
export function firewallLog(rows: number): string {
  const lines = Array.from({ length: rows }, (_, i) => {
    const [date, clock] = [localTime(i).slice(0, 10), localTime(i).slice(11, 19)];
    return i % 50 === 49
      ? `${date} ${clock} ALLOW TCP 10.0.4.21 203.0.113.77 49${700 + (i % 100)} 443 0 - 0 0 0 - - - SEND`
      : `${date} ${clock} DROP TCP 203.0.113.77 10.0.4.21 5${1000 + (i % 900)} ${20 + (i % 1000)} 60 S 1 0 1024 - - - RECEIVE`;
  });
  return [
    '#Version: 1.5',
    '#Software: Microsoft Windows Firewall',
    '#Time Format: Local',
    '#Fields: date time action protocol src-ip dst-ip src-port dst-port size tcpflags tcpsyn tcpack tcpwin icmptype icmpcode info path',
    '',
    ...lines,
    '',
  ].join('\r\n');
}

/** `Security.evtx`: logons that failed, one that did not, and a program that was started. */
export function securityLog(): Buffer {
  const writer = new EvtxWriter();
  const at = (i: number): string => `2026-11-16T18:${String(i % 60).padStart(2, '0')}:05.1234567Z`;
  const account = [
    ['TargetUserName', wide('Administrator')],
    ['IpAddress', wide('203.0.113.77')],
  ] as const;
  for (let i = 0; i < 40; i++) writer.add({ at: at(i), eventId: 4625, data: account });
  writer.add({ at: at(41), eventId: 4624, data: account });
  const shell = [['NewProcessName', wide(String.raw`C:\Windows\System32\cmd.exe`)]] as const;
  writer.add({ at: at(42), eventId: 4688, data: shell });
  return writer.finish();
}
