import type { EntryId } from '../brands.ts';
import { fromBase64url, fromHex } from '../bytes.ts';
import { type DagNode, checkDag } from '../dag.ts';
import type { Digest } from '../digest.ts';
import { caseIdOf } from '../entry-hash.ts';
import { totalOrder } from '../order.ts';
import { type Placed, type Standing, standing } from '../projection/standing.ts';
import { type RecordProblem, recordProblem } from '../record-problem.ts';
import type { CheckedEntry } from './check-batch.ts';
import { type Witnessed, witnessed } from './witnessed.ts';

/** How the entries of a record hang together, and the places that it was found by. */
export interface Together extends Places {
  readonly problems: readonly RecordProblem[];
  /** Entries that no other follows, hex, ascending. */
  readonly tips: readonly string[];
  /** Fields that this file lacks on purpose, although no entry withholds them. */
  readonly absent: number;
  /** How far witnesses fix the record. */
  readonly witnessed: Pick<Witnessed, 'anchored' | 'fixed'>;
}

/**
 * Checks how all entries of a record hang together (FORMAT.md §7) and what they allow to be missing (§11).
 * @param entries in file order
 * @param mayLack whether a digest of an entry may have no field here, although no entry withholds it
 */
export function together(
  digest: Digest,
  entries: readonly CheckedEntry[],
  mayLack: (entry: string, digest: string) => boolean = () => false,
): Together {
  const nodes: DagNode[] = [];
  for (const { id, header, saysOpened } of entries) {
    if (header !== null) nodes.push({ id: id as EntryId, header, saysOpened });
  }
  const problems = [
    ...checkDag(nodes, admittedIn(entries)),
    ...missingFields(entries, mayLack),
    ...caseIdProblems(digest, entries),
  ];
  const [first] = nodes;
  for (const { id, header } of nodes) {
    if (header.case !== first?.header.case) problems.push(recordProblem('case-wrong', { entry: id }));
  }
  const places = placesIn(entries);
  const { problems: unknown, ...outside } = witnessed(digest, places.order, places.standing);
  problems.push(...unknown);
  const absent = absentFields(entries, mayLack);
  return { problems, absent, tips: tipsOf(entries), witnessed: outside, ...places };
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

/** A field may be missing where an entry of this record withheld it; a row of a table is no reason. */
function missingFields(
  entries: readonly CheckedEntry[],
  mayLack: (entry: string, digest: string) => boolean,
): RecordProblem[] {
  const withheld = withheldIn(entries);
  return entries
    .filter(({ id, missing }) =>
      missing.some((digest) => !withheld.has(`${id}/${digest}`) && !mayLack(id, digest)),
    )
    .map(({ id }) => recordProblem('field-missing', { entry: id }));
}

function absentFields(
  entries: readonly CheckedEntry[],
  mayLack: (entry: string, digest: string) => boolean,
): number {
  const withheld = withheldIn(entries);
  return entries.reduce(
    (sum, { id, missing }) =>
      sum + missing.filter((digest) => !withheld.has(`${id}/${digest}`) && mayLack(id, digest)).length,
    0,
  );
}

function withheldIn(entries: readonly CheckedEntry[]): ReadonlySet<string> {
  const withheld = new Set<string>();
  for (const { allows } of entries) {
    if (allows?.kind === 'withholding') withheld.add(`${allows.entry}/${allows.digest}`);
  }
  return withheld;
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

function caseIdProblems(digest: Digest, entries: readonly CheckedEntry[]): RecordProblem[] {
  const [first] = entries;
  if (first?.header == null) return [];
  const nonce = first.nonce === null ? null : fromBase64url(first.nonce);
  const id = nonce === null ? '' : caseIdOf(digest, nonce, fromHex(first.header.author));
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
