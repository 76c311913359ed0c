import { type Entry, listField, objectField, textField, textIn } from '../../domain/entry.ts';
import type { ReadableDb } from '../../store/db.ts';
import { standingUnder } from '../../store/queries/standing.ts';
import { exhibitLabels } from '../exhibit-labels.ts';
import { happenedAt } from '../happened-at.ts';
import { type Names, type SignedBy, namesIn } from '../names.ts';
import { entryWithId } from '../read-entry.ts';

/** One reading of a log that stands. */
export interface Reading {
  readonly entry: string;
  readonly source: string;
  /** Id of the wanted log that it is; null where it is none. */
  readonly log: string | null;
  readonly host: string;
  /** UTC. */
  readonly from: string;
  readonly to: string;
  readonly zone: string;
  readonly by: string;
  /** What was found; null = nothing. */
  readonly finding: string | null;
  readonly exhibits: string[];
  /** When it was read, UTC. */
  readonly at: string;
  readonly author: SignedBy;
}

/** What was read, the earliest first. Of a statement that two copies changed differently, all of them. */
export function readingsOf(db: ReadableDb, names: Names = namesIn(db)): Reading[] {
  return standingUnder(db, 'coverage/')
    .flatMap(({ entry }) => readingOf(db, entryWithId(db, entry), names) ?? [])
    .toSorted((a, b) => a.from.localeCompare(b.from) || a.entry.localeCompare(b.entry));
}

function readingOf(db: ReadableDb, entry: Entry, names: Names): Reading | null {
  const covers = objectField(entry, 'covers');
  if (textField(entry, 'state') !== 'stands' || covers === undefined) return null;
  return {
    entry: entry.id,
    source: textField(entry, 'source') ?? 'withheld',
    log: textField(entry, 'log') ?? null,
    host: textField(entry, 'host') ?? 'withheld',
    from: textIn(covers, 'from'),
    to: textIn(covers, 'to'),
    zone: textIn(covers, 'zone'),
    by: textField(entry, 'by') ?? 'withheld',
    finding: entry.fields['found'] === true ? (textField(entry, 'finding') ?? 'withheld') : null,
    exhibits: exhibitLabels(db, listField(entry, 'evidence')),
    at: new Date(happenedAt(entry)).toISOString(),
    author: names.signedBy(entry.header),
  };
}
