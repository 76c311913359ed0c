import { fromHex, utf8 } from '../../../domain/bytes.ts';
import { type Json, canonicalJson } from '../../../domain/canonical.ts';
import type { Digest } from '../../../domain/digest.ts';
import type { Entry } from '../../../domain/entry.ts';
import { entryHash, entryIdOf } from '../../../domain/entry-hash.ts';
import { fieldDigest, isFieldName } from '../../../domain/field.ts';
import { parseHeader } from '../../../domain/header.ts';
import type { RawEntry } from '../../../domain/record/check-batch.ts';
import type { ReportRow } from './report-record.ts';

/** An entry as the report has it, in the shape that the checker of case files takes. */
export interface CarriedEntry {
  readonly raw: RawEntry;
  /** Null where its header is not readable. */
  readonly entry: Entry | null;
  /** Digests that the report says it leaves out, hex. */
  readonly leftOut: readonly string[];
}

/** @param seq its row in the report, from 1 */
export function carriedEntry(
  [text, signature, fields]: ReportRow,
  seq: number,
  digest: Digest,
): CarriedEntry {
  const header = utf8(text);
  const hash = entryHash(digest, header);
  const parsed = parseHeader(text);
  const known = typeof parsed === 'string' ? null : parsed;
  const values: Record<string, Json> = {};
  const rows: RawEntry['fields'][number][] = [];
  const leftOut: string[] = [];
  for (const field of fields) {
    if (field.length === 2) {
      leftOut.push(field[1]);
      continue;
    }
    const [name, salt, value] = field;
    const valueText = canonicalOrRaw(value);
    values[name] = value;
    const stored = isFieldName(name) ? fieldDigest(digest, salt, name, valueText) : '';
    rows.push([name, salt, valueText, fromHex(stored)]);
  }
  return {
    raw: {
      seq,
      hash,
      header,
      signature: fromHex(signature),
      author: fromHex(known?.author ?? ''),
      writer: fromHex(known?.writer ?? ''),
      n: known?.n ?? 0,
      fields: rows,
      number: null,
      stored: null,
    },
    entry: known === null ? null : { id: entryIdOf(hash), header: known, fields: values },
    leftOut,
  };
}

/** What no record can hold is left as it is: the checker names it. */
function canonicalOrRaw(value: Json): string {
  try {
    return canonicalJson(value);
  } catch {
    return JSON.stringify(value);
  }
}
