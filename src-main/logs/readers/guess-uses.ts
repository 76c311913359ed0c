import type { ColumnUse } from './column-uses.ts';
import { viewerColumns } from './viewer-columns.ts';

/** Names by which tables and JSON logs call the common columns, without case and what is no letter or digit. */
const NAMES: Readonly<Partial<Record<ColumnUse, string>>> = {
  time: 'timestamp datetime dateandtime datetimeutc timeutc eventtime timegenerated timecreated occurred occurredat when createdat timelocal timeiso8601 asctime',
  address:
    'ip clientip cip srcip sourceip src sourceaddress remoteaddr remoteip remoteaddress ipaddress clientaddress clientipaddress sourcenetworkaddress srcaddr',
  destination: 'dst dstip destip destinationip destinationaddress serverip dstaddr',
  user: 'username account accountname login email useremail remoteuser userid',
  method: 'httpmethod requestmethod verb',
  url: 'url uri requesturi requesturl path requestpath uristem stem target',
  agent: 'useragent httpuseragent',
  referer: 'referrer httpreferer',
  host: 'httphost vhost virtualhost servername domain',
  computer: 'hostname computername machine machinename device server',
  provider: 'source sourcename program app application logger service',
  channel: 'logname log facility',
  action: 'outcome result decision disposition verdict',
  rule: 'ruleid rulename signature threat threatname',
  protocol: 'proto',
  process: 'processname image exe',
  level: 'severity loglevel priority',
  status: 'statuscode httpstatus responsestatus responsecode scstatus',
  bytes: 'bytessent responsebytes bodybytessent size',
  received: 'bytesreceived requestbytes',
  duration: 'durationms timetaken elapsed elapsedms requesttimems',
  event: 'eventid',
  port: 'dstport destport destinationport dpt serverport',
};

const uses = new Map<string, ColumnUse>();
for (const use of Object.keys(NAMES) as ColumnUse[]) {
  uses.set(use, use);
  for (const name of (NAMES[use] ?? '').split(' ')) uses.set(name, use);
}

const plain = (heading: string): string => heading.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/**
 * What the headings of a table are likely to be; each use once, the first heading has it. `date` and `time` side by
 * side are a date and a clock.
 */
export function guessUses(headings: readonly string[]): Readonly<Record<string, ColumnUse>> {
  const viewer = viewerColumns(headings);
  if (viewer !== null) return viewer;
  const found: Record<string, ColumnUse> = {};
  const names = headings.map(plain);
  const taken = new Set<ColumnUse>();
  const isSplit = names.includes('date') && names.includes('time');
  for (const [i, heading] of headings.entries()) {
    const name = names[i] ?? '';
    const use =
      name === 'date' ? (isSplit ? 'date' : 'time') : name === 'time' && isSplit ? 'clock' : useOf(name);
    if (use === undefined || taken.has(use) || Object.hasOwn(found, heading)) continue;
    taken.add(use);
    found[heading] = use;
  }
  if (taken.has('time') || taken.has('date')) return found;
  // Short names that mean a time in some logs and something else in others.
  const short = headings.find((_, i) => names[i] === 'ts' || names[i] === 't' || names[i] === 'msec');
  return short === undefined ? found : { ...found, [short]: 'time' };
}

const useOf = (name: string): ColumnUse | undefined => uses.get(name);
