import { exhibitLabel } from '../../domain/exhibit-number.ts';
import { namesakeLabels } from '../../domain/namesake-labels.ts';
import type { ReadableDb, WritableDb } from '../db.ts';
import { rawSql, sql } from '../sql.ts';

export interface ExhibitRow {
  readonly number: number;
  readonly entry: string;
  readonly series: string | null;
  readonly serial: number | null;
  readonly mode: string | null;
  readonly size: number | null;
  readonly sha256: string | null;
  /** What stands on its label: the number, and where another exhibit has the same number, what tells them apart. */
  readonly label: string;
  readonly hasNamesake: boolean;
}

type StoredRow = Omit<ExhibitRow, 'label' | 'hasNamesake'> & { readonly namesakes: number };

const COLUMNS = rawSql(`number, entry, series, serial, mode, size, sha256, (SELECT count(*) FROM exhibit other
  WHERE other.series = exhibit.series AND other.serial = exhibit.serial) AS namesakes`);

function labelled(db: ReadableDb, { namesakes, ...row }: StoredRow): ExhibitRow {
  const number = { series: row.series ?? '', number: row.serial ?? 0 };
  const hasNamesake = namesakes > 1;
  const label = hasNamesake
    ? namesakeLabels(number, registeredAs(db, number.series, number.number)).get(row.entry)
    : undefined;
  return { ...row, label: label ?? exhibitLabel(number), hasNamesake };
}

/** The exhibits of one number, each with the first name of the key that registered it. */
const registeredAs = (db: ReadableDb, series: string, serial: number): { entry: string; author: string }[] =>
  db.all(sql`SELECT e.entry, coalesce((SELECT a.name FROM author a WHERE a.key = t.author AND a.name IS NOT NULL
      ORDER BY a.number LIMIT 1), '') AS author
    FROM exhibit e JOIN timeline t ON t.number = e.number
    WHERE e.series = ${series} AND e.serial = ${serial} ORDER BY e.entry`);

export const exhibits = (db: ReadableDb): ExhibitRow[] =>
  db.all<StoredRow>(sql`SELECT ${COLUMNS} FROM exhibit ORDER BY number`).map((row) => labelled(db, row));

/** One exhibit, or those that got the same number in different copies. */
export const exhibitsNumbered = (db: ReadableDb, series: string, serial: number): ExhibitRow[] =>
  db
    .all<StoredRow>(
      sql`SELECT ${COLUMNS} FROM exhibit WHERE series = ${series} AND serial = ${serial} ORDER BY number`,
    )
    .map((row) => labelled(db, row));

export function exhibitRegisteredBy(db: ReadableDb, entry: string): ExhibitRow | undefined {
  const row = db.get<StoredRow>(sql`SELECT ${COLUMNS} FROM exhibit WHERE entry = ${entry}`);
  return row === undefined ? undefined : labelled(db, row);
}

/** The types that exhibits were registered with, as JSON texts, each once; `hashed`: whether one of that type has a hash. */
export const exhibitTypes = (db: ReadableDb): { readonly type: string; readonly hashed: number }[] =>
  db.all(sql`SELECT f.value AS type, max(x.sha256 IS NOT NULL) AS hashed
    FROM exhibit x CROSS JOIN field f ON f.entry = unhex(x.entry) AND f.name = 'type' GROUP BY f.value`);

/** Hashes of the entries that registered exhibits, up to a row of the file, in the order of the numbers. */
export const exhibitsUpTo = (db: ReadableDb, last: number): Uint8Array[] =>
  db
    .all<{ hash: Uint8Array }>(
      sql`SELECT e.hash FROM exhibit x JOIN entry e ON e.hash = unhex(x.entry) WHERE e.seq <= ${last} ORDER BY x.number`,
    )
    .map(({ hash }) => hash);

/** The first exhibits that were registered with a type. @param hashed only those whose bytes were hashed */
export const exhibitsOfType = (db: ReadableDb, type: string, hashed: boolean, limit: number): ExhibitRow[] =>
  db
    .all<StoredRow>(
      sql`SELECT ${COLUMNS} FROM exhibit WHERE (${hashed ? 0 : 1} OR sha256 IS NOT NULL)
        AND EXISTS (SELECT 1 FROM field f WHERE f.entry = unhex(exhibit.entry) AND f.name = 'type'
          AND f.value = ${JSON.stringify(type)}) ORDER BY number LIMIT ${limit}`,
    )
    .map((row) => labelled(db, row));

export const countExhibits = (db: ReadableDb): number =>
  db.get<{ n: number }>(sql`SELECT count(*) AS n FROM exhibit`)?.n ?? 0;

export const lastSerial = (db: ReadableDb, series: string): number =>
  db.get<{ n: number | null }>(sql`SELECT max(serial) AS n FROM exhibit WHERE series = ${series}`)?.n ?? 0;

/** The first exhibit with these bytes, before the given one. */
export function earlierWithHash(db: ReadableDb, sha256: string, number: number): ExhibitRow | undefined {
  const row = db.get<StoredRow>(sql`SELECT ${COLUMNS} FROM exhibit
    WHERE sha256 = ${sha256} AND number < ${number} ORDER BY number LIMIT 1`);
  return row === undefined ? undefined : labelled(db, row);
}

export const custodyEntriesOf = (db: ReadableDb, evidence: string): { number: number; entry: string }[] =>
  db.all(sql`SELECT number, entry FROM custody WHERE evidence = ${evidence} ORDER BY number`);

/** Entries of the custody of several exhibits. */
export const custodyEntriesOfMany = (db: ReadableDb, evidence: readonly string[]): string[] =>
  db
    .all<{ entry: string }>(
      sql`SELECT entry FROM custody WHERE evidence IN (SELECT value FROM json_each(${JSON.stringify(evidence)}))`,
    )
    .map((row) => row.entry);

export const seriesOfCopies = (db: ReadableDb): string[] =>
  db
    .all<{ series: string | null }>(sql`SELECT series FROM copy ORDER BY number`)
    .map((row) => row.series ?? '');

/** Whether a copy was ever begun. */
export const hasCopies = (db: ReadableDb): boolean => db.get(sql`SELECT 1 FROM copy LIMIT 1`) !== undefined;

/** The entry by which a copy of this series was made. */
export const copyEntryOf = (db: ReadableDb, series: string): string | undefined =>
  db.get<{ entry: string }>(sql`SELECT entry FROM copy WHERE series = ${series} ORDER BY number LIMIT 1`)
    ?.entry;

export interface BlobRow {
  readonly codec: string;
  readonly bytes: Uint8Array;
}

export const blobOf = (db: ReadableDb, entry: Uint8Array): BlobRow | undefined =>
  db.get<BlobRow>(sql`SELECT codec, bytes FROM evidence_blob WHERE entry = ${entry}`);

export const hasBlob = (db: ReadableDb, entry: Uint8Array): boolean =>
  db.get(sql`SELECT 1 AS here FROM evidence_blob WHERE entry = ${entry}`) !== undefined;

export const blobEntries = (db: ReadableDb): Uint8Array[] =>
  db.all<{ entry: Uint8Array }>(sql`SELECT entry FROM evidence_blob`).map((row) => row.entry);

/** How many exhibits have their bytes in the file, and how many bytes, packed. */
export const blobSizes = (db: ReadableDb): { readonly exhibits: number; readonly bytes: number } =>
  db.get<{ exhibits: number; bytes: number }>(
    sql`SELECT count(*) AS exhibits, coalesce(sum(octet_length(bytes)), 0) AS bytes FROM evidence_blob`,
  ) ?? { exhibits: 0, bytes: 0 };

export const countReferences = (db: ReadableDb): number =>
  db.get<{ n: number }>(sql`SELECT count(*) AS n FROM exhibit WHERE mode = 'reference'`)?.n ?? 0;

/** @returns the bytes that were freed, 0 where there were none */
export function deleteBlob(db: WritableDb, entry: Uint8Array): number {
  const size =
    db.get<{ n: number }>(sql`SELECT octet_length(bytes) AS n FROM evidence_blob WHERE entry = ${entry}`)
      ?.n ?? 0;
  db.run(sql`DELETE FROM evidence_blob WHERE entry = ${entry}`);
  return size;
}

export function insertBlob(db: WritableDb, entry: Uint8Array, blob: BlobRow): void {
  db.run(
    sql`INSERT INTO evidence_blob (entry, codec, bytes) VALUES (${entry}, ${blob.codec}, ${blob.bytes})`,
  );
}
