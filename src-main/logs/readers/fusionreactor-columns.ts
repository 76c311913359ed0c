/** Columns of FusionReactor's logs, as its documentation numbers them. */
export type FusionReactorKind =
  | 'request'
  | 'jdbc'
  | 'resource'
  | 'crashprotection'
  | 'notification'
  | 'other';

const COMMON = ['date', 'time', 'datetimems', 'version', 'srvstartts'] as const;

const REQUEST = (
  'reqid reqstatus cpreason thread clientip method url exetime memused memmax memusedkb memtotal memfree querystring ' +
  'statuscode cputime amfmethod JSESSIONID CFID CFTOKEN jdbccount jdbctotaltime jdbctime jdbcrows bytes ' +
  'firstbyte lastbyte streamopen streamclose useragent traceid dbtime apitime'
).split(' ');

const RESOURCE = (
  'MEM memused memmax memusedkb memtotal memfree CPU cpuinstance cpusystem REQ reqstarted reqfinished reqrunning ' +
  'reqqueued reqfinishedlast reqpersecond reqaverage JDBC jdbcstarted jdbcfinished jdbcrunning jdbcfinishedlast ' +
  'jdbcpersecond jdbcaverage unused RUNNING runningaverage jdbcrunningaverage REQERR errstarted errfinished errlast ' +
  'errpersecond'
).split(' ');

const NAMES: Readonly<Record<FusionReactorKind, readonly string[]>> = {
  request: [...COMMON, ...REQUEST],
  jdbc: [
    ...COMMON,
    ...(
      'reqid thread clientip method url type dbstart dbend end dbtime totaltime rows prepared rowlimited datasource ' +
      'statement stacktrace querystring message'
    ).split(' '),
  ],
  resource: [...COMMON, ...RESOURCE],
  crashprotection: [
    ...COMMON,
    ...'cptype action memused memthreshold reqcount reqthreshold exetime exethreshold serverid script'.split(
      ' ',
    ),
  ],
  notification: [...COMMON, ...'event level source title text id'.split(' ')],
  other: COMMON,
};

/** Behind the script of a crash protection row: the request's own columns, from its time on. */
const PROTECTED = [...COMMON.slice(2), ...REQUEST];

/**
 * Name of a column.
 * @param request place at which the columns of the request begin in a crash protection row
 */
export function columnName(kind: FusionReactorKind, i: number, request: number): string {
  const isRequest = kind === 'crashprotection' && request !== -1 && i >= request;
  const name = isRequest ? PROTECTED[i - request] : NAMES[kind][i];
  return name === undefined ? `#${i + 1}` : isRequest ? `request.${name}` : name;
}

const placesIn = (names: readonly string[]): ReadonlyMap<string, number> =>
  new Map(names.map((name, i) => [name, i]));

const places: Readonly<Record<FusionReactorKind, ReadonlyMap<string, number>>> = {
  request: placesIn(NAMES.request),
  jdbc: placesIn(NAMES.jdbc),
  resource: placesIn(NAMES.resource),
  crashprotection: placesIn(NAMES.crashprotection),
  notification: placesIn(NAMES.notification),
  other: placesIn(NAMES.other),
};
const inRequest = placesIn(PROTECTED);

/** The place, from 0, of a column in rows of a kind; beyond all rows for a name that is none. */
export const placeOf = (kind: FusionReactorKind, name: string): number =>
  places[kind].get(name) ?? Number.MAX_SAFE_INTEGER;

/** The place of a column of the request behind where its columns begin. */
export const placeInRequest = (name: string): number => inRequest.get(name) ?? Number.MAX_SAFE_INTEGER;

/** Fewer columns than this are no row of the kind; older versions have fewer than newer ones, never so few. */
export const fewest: Readonly<Record<FusionReactorKind, number>> = {
  request: 20,
  jdbc: 16,
  resource: 35,
  crashprotection: 15,
  notification: 8,
  other: 5,
};

/** What a file's name says of its rows; several logs may be in one archive, and are told by it. */
export function kindOfName(name: string): FusionReactorKind {
  const found = /(?:^|[\\/])(request|jdbc|resource|crashprotection|notification)\b/i
    .exec(name)?.[1]
    ?.toLowerCase();
  switch (found) {
    case 'request':
    case 'jdbc':
    case 'resource':
    case 'crashprotection':
    case 'notification':
      return found;
    default:
      return 'other';
  }
}
