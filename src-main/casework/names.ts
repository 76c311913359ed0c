import { keysOfPerson } from '../domain/person.ts';
import { type Judgement, type Trust, type TrustBook, judgementOf, trustIn } from '../domain/trust.ts';
import type { ReadableDb } from '../store/db.ts';
import { authorOf } from '../store/queries/author.ts';
import { claimsAbout, standingUnder } from '../store/queries/standing.ts';
import { founderOf } from './case-facts.ts';
import { type Marks, marksIn } from './marks.ts';
import { entryWithId } from './read-entry.ts';

/** Who signed an entry, as people and scripts see it. */
export interface SignedBy {
  readonly id: string;
  readonly name: string;
  readonly trust: Trust;
}

/** Names and trust as they stand now, looked up once for a whole list. */
export interface Names extends TrustBook {
  readonly marks: Marks;
  /** The newest name of the key, or of the person that it belongs to. */
  nameOf(key: string): string;
  /** All keys of the same person, ascending. */
  keysOf(key: string): readonly string[];
  signedBy(entry: { readonly author: string; readonly recorded: string }): SignedBy;
}

/** The judgements of keys that stand (FORMAT.md §6): one of each judge about each key, or several in conflict. */
export function judgementsIn(db: ReadableDb): (Judgement & { readonly entry: string })[] {
  return standingUnder(db, 'trust/').map(({ entry: id }) => {
    const entry = entryWithId(db, id);
    return { ...judgementOf(entry), judge: entry.header.author, recorded: entry.header.recorded, entry: id };
  });
}

export function namesIn(db: ReadableDb): Names {
  const book = trustIn(founderOf(db), judgementsIn(db));
  const names = new Map<string, string>();
  const keysOf = (key: string): readonly string[] =>
    keysOfPerson(
      key,
      (about) =>
        claimsAbout(db, about, 'same-person').map(({ author, recorded }) => ({
          by: author,
          recorded: new Date(recorded).toISOString(),
        })),
      (judge) => book.disownedSince(judge),
    );
  const nameOf = (key: string): string => {
    let name = names.get(key);
    if (name === undefined) {
      name = newestName(db, keysOf(key), book) ?? authorOf(db, key)?.name ?? `key ${key.slice(0, 8)}`;
      names.set(key, name);
    }
    return name;
  };
  return {
    ...book,
    marks: marksIn(db),
    nameOf,
    keysOf,
    signedBy: ({ author, recorded }) => ({
      id: author,
      name: nameOf(author),
      trust: book.trustOf(author, recorded),
    }),
  };
}

/** Whoever stole a key must not rename its owner everywhere: a disowned one is not asked. */
function newestName(db: ReadableDb, keys: readonly string[], book: TrustBook): string | undefined {
  return keys
    .filter((key) => book.disownedSince(key) === null)
    .flatMap((key) => {
      const { name = null, number = 0 } = authorOf(db, key) ?? {};
      return name === null ? [] : [{ name, number }];
    })
    .toSorted((a, b) => a.number - b.number)
    .at(-1)?.name;
}
