import { numberAt, textAt } from '../reading/columns.ts';

/** What is done with the value of one column. */
export const use = { nothing: 0, text: 1, number: 2, date: 3, clock: 4, url: 5, client: 6 } as const;

/** The columns of a W3C extended log, as one `#Fields` line names them, and what each is for. */
export interface Heading {
  readonly names: readonly string[];
  /** For each column, of `use`. */
  readonly uses: Uint8Array;
  /** For each column, from `textAt` or `numberAt`. */
  readonly targets: Uint8Array;
  readonly hasDate: boolean;
  /** Advanced Logging's `date-local` and `time-local`: times of the server's zone. */
  readonly isLocal: boolean;
}

const texts: Readonly<Record<string, number>> = {
  's-computername': textAt.computer,
  's-ip': textAt.destination,
  'cs-method': textAt.method,
  'cs-uri-stem': textAt.path,
  'cs-username': textAt.user,
  'c-ip': textAt.address,
  'cs-version': textAt.protocol,
  'cs(user-agent)': textAt.agent,
  'cs(referer)': textAt.referer,
  'cs(host)': textAt.host,
  'cs-host': textAt.host,
  's-reason': textAt.action,
};

const numbers: Readonly<Record<string, number>> = {
  'sc-status': numberAt.status,
  'sc-bytes': numberAt.bytes,
  'cs-bytes': numberAt.received,
  'time-taken': numberAt.duration,
  timetakenms: numberAt.duration,
  's-port': numberAt.port,
};

/**
 * Fields in which a proxy passes on who called it. Where one of them holds an address, that is the row's: behind
 * Cloudflare `c-ip` is Cloudflare's. Who reaches the server past the proxy can write anything there, so `c-ip`
 * stays among the fields of the row.
 */
const CLIENT = /^(?:cs\()?(?:x-forwarded-for|cf-connecting-ip|true-client-ip|x-real-ip)\)?$/;

/** @param line `#Fields: …` without its end */
export function readHeading(line: string): Heading {
  const names = line
    .slice(line.indexOf(':') + 1)
    .trim()
    .split(/\s+/)
    .filter((name) => name !== '');
  const uses = new Uint8Array(names.length);
  const targets = new Uint8Array(names.length);
  let [hasDate, isLocal] = [false, false];
  for (const [i, given] of names.entries()) {
    const name = given.toLowerCase();
    const [text, number] = [texts[name], numbers[name]];
    if (text !== undefined) [uses[i], targets[i]] = [use.text, text];
    else if (number !== undefined) [uses[i], targets[i]] = [use.number, number];
    else if (name === 'cs-uri') uses[i] = use.url;
    else if (CLIENT.test(name)) uses[i] = use.client;
    else if (/^date(?:-utc|-local)?$/.test(name)) {
      uses[i] = use.date;
      hasDate = true;
    } else if (/^time(?:-utc|-local)?$/.test(name)) uses[i] = use.clock;
    isLocal ||= name === 'time-local' || name === 'date-local';
  }
  return { names, uses, targets, hasDate, isLocal };
}
