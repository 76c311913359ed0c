import type { ReadableDb } from '../db.ts';
import { rawSql, sql } from '../sql.ts';
import type { FieldOfSeq } from './check.ts';

/**
 * Many rows in one value: a row that is read for itself costs more than to check it does, and one block of bytes
 * crosses threads at once. Each row is a line of decimal numbers, the lengths of its values among them, and then the
 * bytes of these values, exactly as they stand in the file (`unpack.ts` reads them).
 */
export interface Packed {
  readonly rows: number;
  readonly bytes: Uint8Array;
}

/** Bytes of the longest header or field value among them; lengths stand at the head of each row. */
export interface Longest {
  readonly longest: number;
}

/** A header beyond this is malformed by the limits of the format; no more of it is read. */
const LONGEST_HEADER = 65_536;
/** Values beyond this many bytes are read one by one, so that a batch has a bound. */
export const LARGE = 4096;

const NOTHING = new Uint8Array(0);
const NO_ENTRIES = { rows: 0, first: 0, last: 0, longest: 0, bytes: NOTHING } as const;

/**
 * A line of numbers, and then values as they are. `concat` takes a NULL for an empty text: no value of ours is NULL, and
 * one in a damaged file must not make its row vanish.
 */
const packed = (numbers: readonly string[], values: readonly string[], which = ''): string => {
  const line = [...numbers, ...values.map((value) => `octet_length(${value})`)].join(`, ' ', `);
  return `CAST(group_concat(concat(${line}, char(10), ${values.join(', ')}), '') ${which} AS BLOB)`;
};

const entries = packed(['seq', 'n'], ['hash', 'head', 'signature', 'author', 'writer']);
const fields = packed(['seq'], ['name', 'salt', 'value', 'digest'], `FILTER (WHERE size <= ${LARGE})`);

/** Rows of `entry` in file order, after one row, up to another. */
export function packedEntries(
  db: ReadableDb,
  after: number,
  to: number,
  limit: number,
): Packed & Longest & { readonly first: number; readonly last: number } {
  const found = db.get<Longest & { rows: number; first: number; last: number; bytes: Uint8Array | null }>(
    sql`SELECT count(*) AS rows, min(seq) AS first, max(seq) AS last, max(octet_length(header)) AS longest,
        ${rawSql(entries)} AS bytes
      FROM (SELECT *, CASE WHEN octet_length(header) <= ${LONGEST_HEADER} THEN header
          ELSE substr(header, 1, ${LONGEST_HEADER}) END AS head FROM entry
        WHERE seq > ${after} AND seq <= ${to} ORDER BY seq LIMIT ${limit})`,
  );
  if (found === undefined || found.bytes === null) return NO_ENTRIES;
  return { ...found, bytes: found.bytes };
}

/** The fields of the entries of a range, but for large ones; of those, how many there are, and their bytes. */
export function packedFields(
  db: ReadableDb,
  from: number,
  to: number,
): Packed & Longest & { readonly large: number; readonly largeBytes: number } {
  const found = db.get<
    Longest & { rows: number; bytes: Uint8Array | null; large: number; largeBytes: number }
  >(
    sql`SELECT coalesce(max(octet_length(value)), 0) AS longest, count(*) FILTER (WHERE size <= ${LARGE}) AS rows, count(*) FILTER (WHERE size > ${LARGE}) AS large,
        coalesce(sum(size) FILTER (WHERE size > ${LARGE}), 0) AS largeBytes,
        ${rawSql(fields)} AS bytes
      FROM (SELECT e.seq, f.name, f.salt, f.value, f.digest,
          octet_length(f.value) + octet_length(f.name) + octet_length(f.salt) AS size
        FROM entry e CROSS JOIN field f ON f.entry = e.hash WHERE e.seq BETWEEN ${from} AND ${to})`,
  );
  const { rows = 0, bytes = null, longest = 0, large = 0, largeBytes = 0 } = found ?? {};
  return { rows, bytes: bytes ?? NOTHING, longest, large, largeBytes };
}

/** The large fields of the entries of a range. */
export const largeFields = (db: ReadableDb, from: number, to: number): FieldOfSeq[] =>
  db.all<FieldOfSeq>(sql`SELECT e.seq, f.name, f.salt, f.value, f.digest
    FROM entry e CROSS JOIN field f ON f.entry = e.hash WHERE e.seq BETWEEN ${from} AND ${to}
      AND octet_length(f.value) + octet_length(f.name) + octet_length(f.salt) > ${LARGE}`);
