import { type Described, described } from '../domain/exhibit-details.ts';
import { entryWithId } from '../casework/read-entry.ts';
import type { ReadableDb } from '../store/db.ts';
import { entriesAbout } from '../store/queries/standing.ts';

/** What stands about an exhibit, and how it came to be. @param evidence id of the entry that registered it */
export function describedOf(db: ReadableDb, evidence: string): Described {
  const said = entriesAbout(db, evidence, 'evidence-detail').map(({ entry }) => entryWithId(db, entry));
  return described(entryWithId(db, evidence), said);
}
