import { sha256 } from '../../casework/node-crypto.ts';
import type { EntryId } from '../../domain/brands.ts';
import { fromHex, hex, utf8 } from '../../domain/bytes.ts';
import { type DagNode, checkDag } from '../../domain/dag.ts';
import { caseIdOf } from '../../domain/entry-hash.ts';
import { totalOrder } from '../../domain/order.ts';
import { type Placed, type Standing, standing } from '../../domain/projection/standing.ts';
import { type RecordProblem, recordProblem } from '../../domain/record-problem.ts';
import type { CheckedEntry } from './check-batch.ts';
import { type Witnessed, witnessed } from './witnessed.ts';

export interface Whole {
  readonly problems: readonly RecordProblem[];
  /** Entries that no other follows, hex, ascending. */
  readonly tips: readonly string[];
  /** What stands, by the entries alone; empty where the views are not compared. */
  readonly standing: Standing;
  /** SHA-256 over the rows of all views in the order of their numbers, hex: equal for equal sets of entries. */
  readonly projection: string;
  /** How far witnesses fix the record. */
  readonly witnessed: Pick<Witnessed, 'anchored' | 'fixed'>;
}

/** What `hangTogether` finds without the views, and the places that it found it by. */
export interface Together extends Pick<Whole, 'problems' | 'tips' | 'witnessed'>, Places {}

/**
 * Checks how all entries of a record hang together (FORMAT.md §7) and what they allow to be missing (§11).
 * @param entries in file order
 */
export function together(entries: readonly CheckedEntry[]): Together {
  const nodes: DagNode[] = [];
  for (const { id, header, saysOpened } of entries) {
    if (header !== null) nodes.push({ id: id as EntryId, header, saysOpened });
  }
  const problems = [
    ...checkDag(nodes, admittedIn(entries)),
    ...missingFields(entries),
    ...caseIdProblems(entries),
  ];
  const [first] = nodes;
  for (const { id, header } of nodes) {
    if (header.case !== first?.header.case) problems.push(recordProblem('case-wrong', { entry: id }));
  }
  const places = placesIn(entries);
  const { problems: unknown, ...outside } = witnessed(places.order, places.standing);
  problems.push(...unknown);
  return { problems, tips: tipsOf(entries), witnessed: outside, ...places };
}

/**
 * The same, and that each entry has its number in the total order. Takes about a second for 100,000 entries, so it
 * runs in a thread.
 * @param entries in file order
 * @param views whether the numbers are compared with the ones that the file shows
 */
export function hangTogether(entries: readonly CheckedEntry[], views: boolean): Whole {
  const { order, place, standing: stands, ...found } = together(entries);
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

export interface Places {
  readonly order: readonly (Placed &
    Pick<CheckedEntry, 'rows' | 'says'> & { readonly header: NonNullable<CheckedEntry['header']> })[];
  /** Number of each entry in the total order, from 1. */
  readonly place: ReadonlyMap<string, number>;
  readonly standing: Standing;
}

/** The total order of entries (FORMAT.md §7.2) and what stands in it (§10.2). */
function placesIn(entries: readonly CheckedEntry[]): Places {
  const order = totalOrder(
    entries.flatMap(({ id, header, slots, rows, says }) => {
      if (header === null) return [];
      const { parents, recorded } = header;
      return [{ id: id as EntryId, parents, recorded, slots, rows, says, header }];
    }),
  );
  const place = new Map(order.map(({ id }, i) => [id as string, i + 1]));
  return { order, place, standing: standing(order) };
}

function projectionOf(rows: string, { present, branches }: Standing): string {
  const slots = [...present].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return hex(sha256(utf8(JSON.stringify([rows, slots, [...branches]]))));
}

const NOTHING: Standing = { present: new Map(), branches: new Map() };

/** A field may be missing where an entry of this record withheld it; a row of a table is no reason. */
function missingFields(entries: readonly CheckedEntry[]): RecordProblem[] {
  const withheld = new Set<string>();
  for (const { allows } of entries) {
    if (allows?.kind === 'withholding') withheld.add(`${allows.entry}/${allows.digest}`);
  }
  return entries
    .filter(({ id, missing }) => missing.some((digest) => !withheld.has(`${id}/${digest}`)))
    .map(({ id }) => recordProblem('field-missing', { entry: id }));
}

/** By `author/writer`: the lowest number from which an entry admits both sides of a fork. */
export function admittedIn(entries: readonly Pick<CheckedEntry, 'allows'>[]): Map<string, number> {
  const admitted = new Map<string, number>();
  for (const { allows } of entries) {
    if (allows?.kind !== 'admission') continue;
    admitted.set(allows.writer, Math.min(allows.n, admitted.get(allows.writer) ?? allows.n));
  }
  return admitted;
}

function caseIdProblems(entries: readonly CheckedEntry[]): RecordProblem[] {
  const [first] = entries;
  if (first?.header == null) return [];
  const { nonce } = first;
  const id =
    nonce === null ? '' : caseIdOf(sha256, Buffer.from(nonce, 'base64url'), fromHex(first.header.author));
  return id === first.header.case ? [] : [recordProblem('case-id-wrong', { entry: first.id })];
}

function tipsOf(entries: readonly CheckedEntry[]): string[] {
  const followed = new Set<string>();
  for (const { header } of entries) for (const parent of header?.parents ?? []) followed.add(parent);
  return entries
    .map(({ id }) => id)
    .filter((id) => !followed.has(id))
    .toSorted();
}
