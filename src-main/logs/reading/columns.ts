/**
 * What rows of all kinds of logs have in common, so that one search and one list of addresses reach over all of them.
 * Everything else of a row stays in its raw text and is read from there when somebody looks at the row.
 */

/** Columns whose values are text. The order is part of the index: new ones are added at the end. */
export const textColumns = [
  /** Who caused it: the client's or the source's IP address, as written. */
  'address',
  /** Whom it went to: IP address, as written. */
  'destination',
  /** Account; of a web server the authenticated user. */
  'user',
  /** Of HTTP. */
  'method',
  /** Of a URL: without the query, as written. Of a file: where it lies. */
  'path',
  /** User agent as written (IIS writes `+` for a blank). */
  'agent',
  'referer',
  /** The name that was asked for: `Host`, virtual host. */
  'host',
  /** The machine that wrote the row. */
  'computer',
  /** The program or event provider that wrote it. */
  'provider',
  /** Of the Windows event log, or the log's own part. */
  'channel',
  /** What was done: `block`, `DROP`, `FOUND`, `killed`. */
  'action',
  /** Signature, rule or threat that spoke. */
  'rule',
  /** Of the network. */
  'protocol',
  /** Program that acted: its path or name. */
  'process',
  'level',
] as const;

/** Columns whose values are numbers. The order is part of the index: new ones are added at the end. */
export const numberColumns = [
  /** Of HTTP. */
  'status',
  /** Bytes that were sent to the client. */
  'bytes',
  /** Bytes that came from the client. */
  'received',
  /** Milliseconds. */
  'duration',
  /** Of the Windows event log. */
  'event',
  /** The port that was spoken to. */
  'port',
  /** Per cent of memory in use. */
  'memory',
  /** Rows that a database gave for it. */
  'dbrows',
] as const;

export type TextColumn = (typeof textColumns)[number];
export type NumberColumn = (typeof numberColumns)[number];
export type Column = TextColumn | NumberColumn;

/** Place of a column in `textColumns`: what readers give to a row, so that no name is looked up per row. */
export const textAt = Object.fromEntries(textColumns.map((name, i) => [name, i])) as Readonly<
  Record<TextColumn, number>
>;

/** Place of a column in `numberColumns`. */
export const numberAt = Object.fromEntries(numberColumns.map((name, i) => [name, i])) as Readonly<
  Record<NumberColumn, number>
>;
