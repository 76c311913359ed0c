import { namesIn } from '../../casework/names.ts';
import { entryWithId } from '../../casework/read-entry.ts';
import { sentenceOf } from '../../casework/sentence.ts';
import type { Merged } from '../../contract/merge.ts';
import { keyWords } from '../../domain/fingerprint.ts';
import { exhibitOf } from '../../evidence/find-exhibit.ts';
import type { ReadableDb } from '../../store/db.ts';
import { authors } from '../../store/queries/author.ts';
import { countExhibits } from '../../store/queries/exhibit.ts';
import { branchRows } from '../../store/queries/standing.ts';
import { rowNumbered } from '../../store/queries/timeline.ts';
import { forkViews } from './fork-view.ts';
import type { United } from './unite.ts';

/** What a merge is compared with afterwards. */
export interface Before {
  readonly authors: ReadonlySet<string>;
  readonly exhibits: number;
  /** Entries that were followed in several copies, with how many followed. */
  readonly branches: ReadonlyMap<string, number>;
}

export const before = (db: ReadableDb): Before => ({
  authors: new Set(authors(db).map(({ key }) => key)),
  exhibits: countExhibits(db),
  branches: new Map(branchRows(db).map(({ entry, followed_by: followers }) => [entry, followers])),
});

/** What a merge brought, for people and scripts. */
export function mergeReport(db: ReadableDb, united: United, then: Before): Merged {
  const names = namesIn(db);
  const newAuthors = authors(db)
    .filter(({ key }) => !then.authors.has(key))
    .map(({ key }) => ({ key, name: names.nameOf(key), words: keyWords(key) }));
  const entries = united.problems.length > 0 ? 0 : united.accepted.length;
  return {
    added: { entries, exhibits: countExhibits(db) - then.exhibits, authors: newAuthors.length },
    newAuthors,
    branches: branchRows(db)
      .filter(({ entry, followed_by: followers }) => then.branches.get(entry) !== followers)
      .map(({ entry }) => ({
        from: entry,
        entries: united.branches.find(({ from }) => from === entry)?.arrived ?? 0,
      })),
    conflicts: conflictsIn(db, united),
    forks: forkViews(united.forks),
    admitted: united.admitted.map((both) => {
      const [author = '', writer = ''] = both.split('/');
      return { author, writer };
    }),
    evidence: 0,
    problems: [...united.problems],
  };
}

/** What stands beside each other after the merge; judgements of different people about a key are no conflict. */
function conflictsIn(db: ReadableDb, { standing, problems }: United): Merged['conflicts'] {
  if (problems.length > 0) return [];
  return [...standing.present]
    .filter(([slot, numbers]) => numbers.length > 1 && !slot.startsWith('trust/'))
    .map(([slot, numbers]) => ({
      what: slot,
      about: aboutOf(db, slot),
      values: numbers.map((number) => sentenceOf(entryWithId(db, rowNumbered(db, number)?.entry ?? ''))),
    }));
}

/** What a slot is about in words, where it names an entry (FORMAT.md §10.2) that the file has. */
export function aboutOf(db: ReadableDb, slot: string): string | null {
  const [kind, entry = ''] = slot.split('/');
  if (kind === 'correction') return sentenceOf(entryWithId(db, entry));
  return kind === 'hold' || kind === 'custody' ? exhibitOf(db, entry).label : null;
}
