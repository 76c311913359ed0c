import { findExhibit } from '../evidence/find-exhibit.ts';
import type { ReadableDb } from '../store/db.ts';

/** The entries of exhibits by their numbers. @throws CaseError `exhibit-unknown`, `exhibit-ambiguous` */
export const exhibitEntries = (db: ReadableDb, labels: readonly string[] = []): string[] =>
  labels.map((label) => findExhibit(db, label).entry);
