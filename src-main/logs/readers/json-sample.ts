import { Buffer } from 'node:buffer';
import { JsonCutter, isCutByObjects } from '../reading/json-cutter.ts';
import type { LineHandler } from '../reading/lines.ts';
import type { NamedField, RowSink, Sample } from '../reading/reader.ts';
import { RowDraft } from '../reading/row.ts';
import { shareOf, wholeLines } from '../reading/share.ts';
import { jsonFields } from './json-rows.ts';

/** Objects that are looked at to know a kind of log. */
const LOOKED = 50;

export interface JsonSample {
  readonly rows: readonly (readonly NamedField[])[];
  /** How much of the sample is JSON, 0 to 1. */
  readonly share: number;
}

/** The first objects of a file; none where it is no JSON. */
export function jsonSample(sample: Sample): JsonSample {
  const text = sample.lines.join('\n').replace(/^\ufeff/, '');
  if (!/^\s*[[{]/.test(text)) return { rows: [], share: 0 };
  const bytes = Buffer.from(text);
  if (isCutByObjects(bytes)) {
    const rows = objects(bytes)
      .map(jsonFields)
      .filter((row) => row.length > 0);
    return { rows, share: rows.length > 0 ? 1 : 0 };
  }
  const lines = wholeLines(sample);
  const rows = lines
    .slice(0, LOOKED)
    .map(jsonFields)
    .filter((row) => row.length > 0);
  return { rows, share: shareOf(lines, (line) => line.trimStart().startsWith('{')) };
}

/** As the reader cuts them; the last one may be cut off and is left out. */
function objects(bytes: Buffer): string[] {
  const found: string[] = [];
  const silent: RowSink = {
    row: new RowDraft(),
    add: () => undefined,
    problem: () => undefined,
    context: () => undefined,
  };
  const handler: LineHandler = {
    line: (piece, from, to) => {
      if (found.length < LOOKED) found.push(piece.toString('utf8', from, to));
    },
  };
  new JsonCutter(silent, handler).take(bytes, 0, 0);
  return found;
}
