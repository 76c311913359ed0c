import type { Entry } from '../domain/entry.ts';
import { type Described, described } from '../domain/exhibit-details.ts';
import { entryWithId } from '../casework/read-entry.ts';
import type { ReadableDb } from '../store/db.ts';
import { entriesAbout } from '../store/queries/standing.ts';

/** What stands about an exhibit, and how it came to be. @param evidence the entry that registered it */
export function describedOf(db: ReadableDb, evidence: Entry): Described {
  const said = entriesAbout(db, evidence.id, 'evidence-detail').map(({ entry }) => entryWithId(db, entry));
  return described(evidence, said);
}
