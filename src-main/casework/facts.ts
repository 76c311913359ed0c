import { type Entry, listField, objectField, textField } from '../domain/entry.ts';
import type { Occurred } from '../domain/time/occurred.ts';
import type { ReadableDb } from '../store/db.ts';
import { standingUnder } from '../store/queries/standing.ts';
import { type Names, type SignedBy, namesIn } from './names.ts';
import { entryWithId } from './read-entry.ts';

/** One statement of a fact that stands. */
export interface Statement {
  readonly entry: string;
  readonly value: unknown;
  /** When it was recorded, UTC. */
  readonly since: string;
  readonly author: SignedBy;
  /** Who decided it; empty where the author alone did. */
  readonly by: string[];
  readonly occurred: Occurred | null;
  readonly grounds: string | null;
  /** What stood before, or several values after a merge; null where it was stated first. */
  readonly before: unknown;
}

export interface FactView extends Statement {
  readonly name: string;
  /** Other statements that stand beside it, because they were written in copies that did not know of each other. */
  readonly conflict: Statement[];
}

/** What is known now, the longest unchanged first; of each, the statement that came last. */
export function factsOf(db: ReadableDb): FactView[] {
  const names = namesIn(db);
  const bySlot = Map.groupBy(standingUnder(db, 'fact/'), ({ slot }) => slot);
  return [...bySlot]
    .map(([slot, rows]) => {
      const statements = rows.map(({ entry }) => statementOf(entryWithId(db, entry), names));
      return { name: slot.slice('fact/'.length), statements, number: rows.at(-1)?.number ?? 0 };
    })
    .toSorted((a, b) => a.number - b.number)
    .flatMap(({ name, statements }) => {
      const last = statements.at(-1);
      return last === undefined ? [] : [{ name, ...last, conflict: statements.slice(0, -1) }];
    });
}

function statementOf(entry: Entry, names: Names): Statement {
  return {
    entry: entry.id,
    value: entry.fields['value'] ?? null,
    since: entry.header.recorded,
    author: names.signedBy(entry.header),
    by: [...listField(entry, 'by')],
    occurred: (objectField(entry, 'occurred') ?? null) as Occurred | null,
    grounds: textField(entry, 'grounds') ?? null,
    before: entry.fields['before'] ?? null,
  };
}
