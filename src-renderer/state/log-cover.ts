import type { LogSource } from '../../src-main/contract/log-index.ts';
import { clock, dayKey } from '../format/time.ts';
import { useCase } from './case.ts';
import { openLogForm, useLogs } from './logs.ts';

/** Which wanted log of the plan a format is, where one is certain. */
const WANTED: Readonly<Record<string, string>> = {
  'iis-w3c': 'log-iis',
  'iis-native': 'log-iis',
  fusionreactor: 'log-fusionreactor',
  cloudflare: 'log-cloudflare',
  pfirewall: 'log-firewall',
  netfilter: 'log-firewall',
  clamav: 'log-antivirus',
  mplog: 'log-antivirus',
};

/** Of an event log its name says which. */
const CHANNELS: readonly (readonly [RegExp, string])[] = [
  [/security/i, 'log-windows-security'],
  [/application/i, 'log-windows-application'],
  [/system/i, 'log-windows-system'],
];

function wantedLog({ readAs: { reader }, title, member }: LogSource): string {
  const isEvents = reader === 'evtx' || reader === 'evtx-xml';
  const name = `${title} ${member}`;
  const id = isEvents ? CHANNELS.find(([pattern]) => pattern.test(name))?.[1] : WANTED[reader];
  return useLogs.getState().wanted?.some((log) => log.id === id) === true ? (id ?? '') : '';
}

/** Opens the statement of what was read with what is known of a log: which one, from when to when, as which exhibit. */
export function coverSource(source: LogSource): void {
  const zone = useCase.getState().info?.zone ?? 'UTC';
  const typed = (utc: string | null): string =>
    utc === null ? '' : `${dayKey(new Date(utc), zone)} ${clock(new Date(utc), zone, 'second')}`;
  const log = wantedLog(source);
  const host = useLogs.getState().wanted?.find(({ id }) => id === log)?.host ?? '';
  openLogForm({
    kind: 'cover',
    source: log,
    host,
    given: {
      name: log === '' ? source.title : '',
      from: typed(source.first),
      to: typed(source.last),
      exhibits: source.exhibit,
    },
  });
}
