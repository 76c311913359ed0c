import { keysOfPerson } from '../domain/person.ts';
import { type Judgement, type Trust, type TrustBook, judgementOf, trustIn } from '../domain/trust.ts';
import type { ReadableDb } from '../store/db.ts';
import { type Marks, marksOf } from './marks.ts';
import { type RecordSource, sourceIn } from './record-source.ts';

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
export const judgementsIn = (db: ReadableDb): (Judgement & { readonly entry: string })[] =>
  judgementsOf(sourceIn(db));

function judgementsOf(source: RecordSource): (Judgement & { readonly entry: string })[] {
  return source.standingUnder('trust/').map(({ entry: id }) => {
    const entry = source.entryWithId(id);
    return { ...judgementOf(entry), judge: entry.header.author, recorded: entry.header.recorded, entry: id };
  });
}

export const namesIn = (db: ReadableDb): Names => namesOf(sourceIn(db));

/** The same of any record. */
export function namesOf(source: RecordSource): Names {
  const book = trustIn(source.founder, judgementsOf(source));
  const names = new Map<string, string>();
  const keysOf = (key: string): readonly string[] =>
    keysOfPerson(
      key,
      (about) =>
        source.claimsAbout(about, 'same-person').map(({ author, recorded }) => ({
          by: author,
          recorded: new Date(recorded).toISOString(),
        })),
      (judge) => book.disownedSince(judge),
    );
  const nameOf = (key: string): string => {
    let name = names.get(key);
    if (name === undefined) {
      name = newestName(source, keysOf(key), book) ?? source.authorOf(key)?.name ?? `key ${key.slice(0, 8)}`;
      names.set(key, name);
    }
    return name;
  };
  return {
    ...book,
    marks: marksOf(source),
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
function newestName(source: RecordSource, keys: readonly string[], book: TrustBook): string | undefined {
  return keys
    .filter((key) => book.disownedSince(key) === null)
    .flatMap((key) => {
      const { name = null, number = 0 } = source.authorOf(key) ?? {};
      return name === null ? [] : [{ name, number }];
    })
    .toSorted((a, b) => a.number - b.number)
    .at(-1)?.name;
}
