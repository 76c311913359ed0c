import { sha256 } from '../../casework/node-crypto.ts';
import { hex, utf8 } from '../../domain/bytes.ts';
import type { Standing } from '../../domain/projection/standing.ts';
import { absentIn } from '../../domain/record/absent.ts';
import type { CheckedEntry } from '../../domain/record/check-batch.ts';
import { together } from '../../domain/record/together.ts';
import type { Witnessed } from '../../domain/record/witnessed.ts';
import { type RecordProblem, recordProblem } from '../../domain/record-problem.ts';

export interface Whole {
  readonly problems: readonly RecordProblem[];
  /** Fields that this copy was made without. */
  readonly absent: number;
  /** Entries that no other follows, hex, ascending. */
  readonly tips: readonly string[];
  /** What stands, by the entries alone; empty where the views are not compared. */
  readonly standing: Standing;
  /** SHA-256 over the rows of all views in the order of their numbers, hex: equal for equal sets of entries. */
  readonly projection: string;
  /** How far witnesses fix the record. */
  readonly witnessed: Pick<Witnessed, 'anchored' | 'fixed'>;
}

/**
 * Checks how all entries of a record hang together, and that each entry has its number in the total order. Takes about a second for 100,000 entries, so it
 * runs in a thread.
 * @param entries in file order
 * @param views whether the numbers are compared with the ones that the file shows
 * @param series letters of this file's exhibit numbers; null in an original
 */
export function hangTogether(entries: readonly CheckedEntry[], views: boolean, series: string | null): Whole {
  const { order, place, standing: stands, ...found } = together(sha256, entries, absentIn(entries, series));
  const common = { ...found, problems: [...found.problems] };
  const { problems } = common;
  if (!views) return { ...common, standing: NOTHING, projection: '' };
  for (const { id, number } of entries) {
    const expected = place.get(id);
    if (number !== null && expected !== undefined && number !== expected) {
      problems.push(
        recordProblem('projection-wrong', { entry: id, table: 'timeline', place: `row ${number}` }),
      );
    }
  }
  const rows = order.map((entry) => entry.rows).join('');
  return { ...common, standing: stands, projection: projectionOf(rows, stands) };
}

function projectionOf(rows: string, { present, branches }: Standing): string {
  const slots = [...present].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return hex(sha256(utf8(JSON.stringify([rows, slots, [...branches]]))));
}

const NOTHING: Standing = { present: new Map(), branches: new Map() };
