import type { Sha256Hex } from '../brands.ts';
import { hex, isSalt, utf8 } from '../bytes.ts';
import { type Json, parseCanonical } from '../canonical.ts';
import type { CheckSignature, Digest } from '../digest.ts';
import { type Entry, numberField, objectField, textField, textIn } from '../entry.ts';
import { entryHash, entryIdOf, signedMessage } from '../entry-hash.ts';
import type { Place } from '../dag.ts';
import { fieldDigest, isFieldName } from '../field.ts';
import { type Header, parseHeader } from '../header.ts';
import { LIMITS } from '../limits.ts';
import { type ProjectedRow, rowsOf } from '../projection/rows.ts';
import { subjectsOf } from '../projection/subject.ts';
import { type RecordProblem, recordProblem } from '../record-problem.ts';
import { stamps } from '../timestamp/token.ts';
import { type Verdict, judgementOf } from '../trust.ts';

/** An entry with its fields as rows of the file; plain arrays, because thousands of them cross threads. */
export interface RawEntry {
  readonly seq: number;
  readonly hash: Uint8Array;
  readonly header: Uint8Array;
  readonly signature: Uint8Array;
  readonly author: Uint8Array;
  readonly writer: Uint8Array;
  readonly n: number;
  /** name, salt, value, digest */
  readonly fields: readonly (readonly [string, string, string, Uint8Array])[];
  /** The number that the timeline shows for it, and the stored rows of that number; null = not compared. */
  readonly number: number | null;
  readonly stored: readonly ProjectedRow[] | null;
}

export interface CheckedEntry {
  readonly id: string;
  readonly seq: number;
  readonly number: number | null;
  /** Of the header, what is looked at beside other entries. */
  readonly header: Place | null;
  readonly saysOpened: boolean;
  /** Of a `case` entry: what the case id is made from. */
  readonly nonce: string | null;
  /** Signed digests that no field of the file has. */
  readonly missing: readonly string[];
  /** Slots that it takes (domain/projection/subject.ts). */
  readonly slots: readonly string[];
  /** What this entry allows to be missing or doubled, or null. */
  readonly allows: Allowance | null;
  /** What this entry says of other entries or keys that only the whole record can judge, or null. */
  readonly says: Saying | null;
  /** SHA-256 over the rows that follow from this entry, hex; empty where views are not compared. */
  readonly rows: string;
}

/**
 * Of a `withholding` entry: a digest that is gone; of an `admission`: numbers of a writer that come twice; of a `copy`
 * without personal data: its series, in which fields may be absent.
 */
export type Allowance =
  | { readonly kind: 'withholding'; readonly entry: string; readonly digest: string }
  | { readonly kind: 'admission'; readonly writer: string; readonly n: number }
  | { readonly kind: 'redaction'; readonly series: string };

/** Of a `witness` entry: what was told, and when; of a `timestamp`: what was stamped, and when; of a judgement: of which key. */
export type Saying =
  | { readonly kind: 'witness' | 'timestamp'; readonly head: string; readonly at: string }
  | (Verdict & { readonly kind: 'judgement' });

export interface BatchResult {
  readonly entries: readonly CheckedEntry[];
  readonly problems: readonly RecordProblem[];
  readonly fields: number;
  readonly rows: number;
}

/**
 * Checks each entry by itself: header bytes, hash, signature, columns, fields, and the rows that follow from it.
 * How entries hang together is checked afterwards (domain/dag.ts).
 */
export function checkBatch(
  batch: readonly RawEntry[],
  digest: Digest,
  checkSignature: CheckSignature,
): BatchResult {
  const problems: RecordProblem[] = [];
  let fields = 0;
  let rows = 0;
  const entries = batch.map((raw): CheckedEntry => {
    const id = entryIdOf(raw.hash);
    const problem = (code: RecordProblem['code'], detail: Record<string, unknown> = {}): void => {
      problems.push(recordProblem(code, { entry: id, ...detail }));
    };
    const checked = { id, seq: raw.seq, number: raw.number };
    if (!sameBytes(entryHash(digest, raw.header), raw.hash)) {
      problem('hash-wrong', { place: `row ${raw.seq}` });
    }
    const header = parseHeader(decode(raw.header));
    if (typeof header === 'string') {
      problem(header);
      const nothing = { missing: [], slots: [], allows: null, says: null, nonce: null, rows: '' };
      return { ...checked, ...nothing, header: null, saysOpened: true };
    }
    if (!checkSignature(header.author, signedMessage(raw.hash), raw.signature)) problem('signature-wrong');
    if (hex(raw.author) !== header.author || hex(raw.writer) !== header.writer || raw.n !== header.n) {
      problem('columns-wrong', { place: `row ${raw.seq}` });
    }
    const { values, missing } = checkFields(raw, header, digest, problem);
    fields += raw.fields.length;
    const entry: Entry = { id, header, fields: values };
    let rowDigest = '';
    if (raw.stored !== null) {
      rows += raw.stored.length;
      const texts = compareRows(entry, raw.number, raw.stored, problem);
      rowDigest = hex(digest(utf8(texts.join('\n'))));
    }
    const { nonce, public_key: key } = values;
    if (header.kind === 'author' && key !== header.author) problem('author-key-wrong');
    return {
      ...checked,
      header: placeOf(header),
      saysOpened: 'opened' in values || missing.length > 0,
      nonce: typeof nonce === 'string' ? nonce : null,
      missing,
      slots: subjectsOf(entry).flatMap(({ slot }) => slot ?? []),
      allows: allowanceOf(entry),
      says: sayingOf(entry, digest, problem),
      rows: rowDigest,
    };
  });
  return { entries, problems, fields, rows };
}

type Report = (code: RecordProblem['code'], detail?: Record<string, unknown>) => void;

function placeOf({ author, kind, monotonic, n, parents, recorded, writer, case: caseId }: Header): Place {
  return { author, case: caseId, kind, monotonic, n, parents, recorded, writer };
}

function allowanceOf(entry: Entry): Allowance | null {
  const text = (name: string): string => textField(entry, name) ?? '';
  switch (entry.header.kind) {
    case 'withholding':
      return { kind: 'withholding', entry: text('entry'), digest: text('digest') };
    case 'admission': {
      const n = numberField(entry, 'n');
      // One that does not say from which number on admits nothing (FORMAT.md §7.1).
      if (n === undefined) return null;
      return { kind: 'admission', writer: `${text('author')}/${text('writer')}`, n };
    }
    case 'copy':
      return text('redact') === 'personal' ? { kind: 'redaction', series: text('series') } : null;
    default:
      return null;
  }
}

function sayingOf(entry: Entry, digest: Digest, problem: Report): Saying | null {
  switch (entry.header.kind) {
    case 'witness':
      return {
        kind: 'witness',
        head: textField(entry, 'head') ?? '',
        at: textIn(objectField(entry, 'occurred'), 'utc') || entry.header.recorded,
      };
    case 'timestamp': {
      const [head, at, token] = [textField(entry, 'head'), textField(entry, 'at'), textField(entry, 'token')];
      if (head === undefined || at === undefined || token === undefined) return null;
      if (stamps(token, head, at, digest)) return { kind: 'timestamp', head, at };
      problem('timestamp-wrong');
      return null;
    }
    case 'key-confirmed':
    case 'key-disowned':
      return { kind: 'judgement', ...judgementOf(entry) };
    default:
      return null;
  }
}

function checkFields(
  raw: RawEntry,
  header: Header,
  digest: Digest,
  problem: Report,
): { values: Record<string, Json>; missing: string[] } {
  const signed = new Set<string>(header.fields);
  const values: Record<string, Json> = {};
  let size = raw.header.length;
  for (const [name, salt, text, stored] of raw.fields) {
    size += text.length;
    const wellFormed = isFieldName(name) && isSalt(salt);
    const value = wellFormed ? parseCanonical(text) : undefined;
    if (value === undefined) problem('field-not-canonical', { name });
    else values[name] = value;
    const found: Sha256Hex | null = wellFormed ? fieldDigest(digest, salt, name, text) : null;
    if (found === null || !signed.delete(found) || hex(stored) !== found) problem('field-wrong', { name });
    if (text.length > LIMITS.field) problem('too-large');
  }
  if (size > LIMITS.entry) problem('too-large');
  // A changed field leaves its signed digest over as well; it is reported above.
  const gone = raw.fields.length < header.fields.length;
  return { values, missing: gone ? [...signed] : [] };
}

/** The rows that follow from an entry, as text; differences from the stored ones are reported. */
function compareRows(
  entry: Entry,
  number: number | null,
  stored: readonly ProjectedRow[],
  problem: Report,
): string[] {
  if (number === null) {
    problem('projection-wrong', { table: 'timeline', place: 'no row' });
    return [];
  }
  const left = new Map(stored.map((row) => [rowText(row), row.table]));
  const expected = rowsOf(entry, number).map((row) => ({ table: row.table, text: rowText(row) }));
  for (const { table, text } of expected) {
    if (!left.delete(text)) problem('projection-wrong', { table, place: `row ${number}` });
  }
  for (const table of left.values()) problem('projection-foreign', { table, place: `row ${number}` });
  return expected.map(({ text }) => text);
}

const rowText = ({ table, values }: ProjectedRow): string => `${table}${JSON.stringify(values)}`;

const decoder = new TextDecoder('utf-8');
const decode = (bytes: Uint8Array): string => decoder.decode(bytes);

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}
