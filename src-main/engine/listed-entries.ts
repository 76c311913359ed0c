import { namesIn } from '../casework/names.ts';
import { entryWithId, withEntries } from '../casework/read-entry.ts';
import { sentenceOf } from '../casework/sentence.ts';
import type { ListedEntry } from '../contract/entry.ts';
import { textField } from '../domain/entry.ts';
import type { ReadableDb } from '../store/db.ts';

/** As much of an entry as a list shows. */
const FIRST = /^[\s\S]{0,240}/u;

/** Entries of a file as a list shows them. @param ids a page of them */
export const listedEntries = (db: ReadableDb, ids: readonly string[]): ListedEntry[] =>
  withEntries(db, ids, () => {
    const names = namesIn(db);
    return ids.map((id) => {
      const entry = entryWithId(db, id);
      const text = textField(entry, 'text') ?? sentenceOf(entry);
      const { recorded, kind } = entry.header;
      const author = names.signedBy(entry.header);
      return { id, recorded, kind, author, text: FIRST.exec(text)?.[0] ?? '' };
    });
  });
