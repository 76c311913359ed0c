import { parsedCsv } from './parsed-csv.ts';

/** A row as Timesketch would hold it after an import. */
export interface Imported {
  readonly message: string;
  readonly datetime: string;
  readonly timestamp: bigint;
  readonly timestamp_desc: string;
  readonly tag: readonly string[];
  readonly [field: string]: unknown;
}

/**
 * What Timesketch asks of a file, from its documentation "Create timeline from JSONL or CSV file" and what its importer
 * does: written down here a second time, and apart from what writes the files.
 * @throws Error for what it would refuse, skip or read as something else
 */
export function importJsonl(text: string): Imported[] {
  if (!text.endsWith('\n')) throw new Error('the last line has no end');
  // Python's `splitlines` ends a line at more than \n.
  const lines = text.slice(0, -1).split(/[\n\v\f\r\u001C-\u001E\u0085\u2028\u2029]/);
  return lines.map((line, i) => {
    const row = JSON.parse(line) as Record<string, unknown>;
    const [, digits] = /"timestamp":(-?\d+)[,}]/.exec(line) ?? [];
    if (digits === undefined) throw new Error(`line ${i + 1}: timestamp is no integer`);
    if (!Array.isArray(row['tag'])) throw new Error(`line ${i + 1}: tag is no list`);
    return checked({ ...row, timestamp: BigInt(digits) }, i + 1);
  });
}

export function importCsv(text: string): Imported[] {
  if (text.startsWith('\uFEFF')) throw new Error('the first heading would begin with a mark');
  const [heading = [], ...rows] = parsedCsv(text);
  for (const name of ['message', 'datetime', 'timestamp_desc']) {
    if (!heading.includes(name)) throw new Error(`no column ${name}`);
  }
  if (new Set(heading).size !== heading.length) throw new Error('a column stands there twice');
  const offsets = new Set<string>();
  const imported = rows.map((cells, i) => {
    if (cells.length !== heading.length) throw new Error(`row ${i + 1}: ${cells.length} cells`);
    const row = Object.fromEntries(cells.map((cell, at) => [heading[at] ?? '', cell]));
    offsets.add(/(?:Z|[+-]\d\d:\d\d)$/.exec(row['datetime'] ?? '')?.[0] ?? '');
    const tag = row['tag'] === '-' ? [] : (row['tag'] ?? '').split(',');
    return checked({ ...row, tag, timestamp: BigInt(row['timestamp'] ?? '') }, i + 1);
  });
  // One column of pandas has one offset.
  if (offsets.size > 1) throw new Error(`several offsets: ${[...offsets].join(' ')}`);
  return imported;
}

function checked(row: Record<string, unknown>, place: number): Imported {
  for (const name of ['message', 'datetime', 'timestamp_desc']) {
    if (typeof row[name] !== 'string' || row[name] === '') throw new Error(`row ${place}: no ${name}`);
  }
  for (const name of Object.keys(row)) {
    if (name.startsWith('_')) throw new Error(`row ${place}: ${name} would be removed`);
    const value = row[name];
    if (typeof value === 'string' && Buffer.byteLength(value) > 32_766) {
      throw new Error(`row ${place}: ${name} is too long`);
    }
  }
  const datetime = String(row['datetime']);
  const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.(\d{6,9})([+-]\d\d:\d\d)$/.exec(datetime);
  if (parts === null) throw new Error(`row ${place}: ${datetime} is no time`);
  const [, whole = '', fraction = '', offset = ''] = parts;
  const expected = BigInt(Date.parse(`${whole}${offset}`)) * 1000n + BigInt(fraction.slice(0, 6));
  if (expected !== row['timestamp']) throw new Error(`row ${place}: timestamp and datetime differ`);
  const year = Number(datetime.slice(0, 4));
  if (year < 1677 || year > 2262) throw new Error(`row ${place}: ${datetime} cannot be held`);
  return row as unknown as Imported;
}
