import { numberColumns, textColumns } from '../reading/columns.ts';

/** Other names of the common columns: what people type, and what formats call them. */
const aliases: Readonly<Record<string, string>> = {
  ip: 'address',
  src: 'address',
  client: 'address',
  'c-ip': 'address',
  dst: 'destination',
  uri: 'path',
  url: 'path',
  'cs-uri-stem': 'path',
  ua: 'agent',
  code: 'status',
  'sc-status': 'status',
  id: 'event',
  eventid: 'event',
  ms: 'duration',
  'time-taken': 'duration',
  'cs-method': 'method',
  'cs-username': 'user',
  username: 'user',
  size: 'bytes',
  dport: 'port',
  image: 'process',
  exe: 'process',
  signature: 'rule',
  program: 'provider',
};

/** What a field name of a search means. */
export type Meant =
  | { readonly kind: 'text'; readonly column: number; readonly name: string }
  | { readonly kind: 'number'; readonly name: string }
  | { readonly kind: 'source' }
  | { readonly kind: 'is' }
  /** A field of one format: read from the row's text. */
  | { readonly kind: 'other'; readonly name: string };

export function fieldMeant(given: string): Meant {
  const lower = given.toLowerCase();
  if (lower === 'source' || lower === 'log') return { kind: 'source' };
  if (lower === 'is') return { kind: 'is' };
  const name = aliases[lower] ?? lower;
  const text = textColumns.findIndex((column) => column === name);
  if (text !== -1) return { kind: 'text', column: text, name };
  return numberColumns.some((column) => column === name)
    ? { kind: 'number', name }
    : { kind: 'other', name: lower };
}
