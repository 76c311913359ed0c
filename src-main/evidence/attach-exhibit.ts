import type { EntryId } from '../domain/brands.ts';
import type { Entry } from '../domain/entry.ts';
import { append, step } from '../casework/append.ts';
import { entryWithId } from '../casework/read-entry.ts';
import type { WritingSession } from '../casework/session.ts';
import { findExhibit } from './find-exhibit.ts';

/** Links an exhibit to an entry. @throws CaseError `entry-unknown`, `exhibit-unknown` */
export function attachExhibit(session: WritingSession, id: EntryId, exhibit: string): Entry {
  const target = entryWithId(session.db, id);
  const row = findExhibit(session.db, exhibit);
  const link = { entry: target.id, evidence: row.entry, exhibit: row.label };
  return step(session, () => append(session, 'attachment', link));
}
