import type { ReadableDb, WritableDb } from '../db.ts';
import { sql } from '../sql.ts';

/** Half-typed text lives in the case file, so that it is encrypted and outlives a kill; it is never copied. */
export function saveDraft(db: WritableDb, place: string, text: string, saved: string): void {
  if (text === '') {
    db.run(sql`DELETE FROM draft WHERE place = ${place}`);
    return;
  }
  db.run(sql`INSERT INTO draft (place, text, saved) VALUES (${place}, ${text}, ${saved})
    ON CONFLICT (place) DO UPDATE SET text = excluded.text, saved = excluded.saved`);
}

export const readDraft = (db: ReadableDb, place: string): string =>
  db.get<{ text: string }>(sql`SELECT text FROM draft WHERE place = ${place}`)?.text ?? '';
