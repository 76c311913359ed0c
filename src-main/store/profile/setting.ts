import type { ReadableDb, WritableDb } from '../db.ts';
import { sql } from '../sql.ts';

/**
 * What this device remembers of its window. `author`: the key that writes, where the profile has several;
 * `exhibit-columns`: the columns of the table of exhibits; `preparation`: the passphrase of the preparation, which lies beside the profile; `plan-review-told`: the last instant at which it told that the plan is due to be looked at again; `mirror/CASE/SERIES`: the folder of its second copy (engine/mirror); `columns/HASH`: what the columns of imported timelines with that header were read as; `begun/ID`: a file that is being written for somebody else, to be removed after a kill (engine/begun-exports.ts).
 */
export type SettingName =
  | 'author'
  | 'exhibit-columns'
  | 'preparation'
  | 'plan-review-told'
  | `mirror/${string}`
  | `columns/${string}`
  | BegunName;
export type BegunName = `begun/${string}`;

export const settingOf = (db: ReadableDb, name: SettingName): string | undefined =>
  db.get<{ value: string }>(sql`SELECT value FROM setting WHERE name = ${name}`)?.value;

export const begunSettings = (db: ReadableDb): { name: BegunName; value: string }[] =>
  db.all(sql`SELECT name, value FROM setting WHERE name GLOB 'begun/*' ORDER BY name`);

export function forgetSetting(db: WritableDb, name: SettingName): void {
  db.run(sql`DELETE FROM setting WHERE name = ${name}`);
}

export function setSetting(db: WritableDb, name: SettingName, value: string): void {
  db.run(sql`INSERT INTO setting (name, value) VALUES (${name}, ${value})
    ON CONFLICT (name) DO UPDATE SET value = excluded.value`);
}
