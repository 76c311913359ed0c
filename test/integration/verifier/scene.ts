import { pbkdf2Sync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Database } from '@signalapp/sqlcipher';
import type { Random } from '../../support/random.ts';
import { type Bytes, Newcomer, hex } from './newcomer.ts';

export type Row = Record<'hash' | 'header' | 'signature' | 'author' | 'writer', Bytes> &
  Record<'seq' | 'n', number>;
export type FieldRow = {
  row: number;
  entry: Bytes;
  name: string;
  salt: string;
  value: string;
  digest: Bytes;
};

export interface Scene {
  readonly db: Database;
  readonly dice: Random;
  readonly entries: readonly Row[];
  readonly fields: readonly FieldRow[];
  newcomer(): Newcomer;
}

/** By what they are: what is done to a good record. */
export type Changes = Readonly<Record<string, (scene: Scene) => void>>;

const keys = new Map<string, string>();

/** Opens a case with the other SQLCipher, without its triggers, and changes it in one transaction. */
export function change(path: string, passphrase: string, dice: Random, work: (scene: Scene) => void): void {
  const salt = readFileSync(path).subarray(0, 16);
  const known = `${hex(salt)} ${passphrase}`;
  const key = keys.get(known) ?? hex(pbkdf2Sync(passphrase, salt, 256_000, 32, 'sha512'));
  keys.set(known, key);
  const db = new Database(path);
  try {
    db.exec(`PRAGMA key = "x'${key}${hex(salt)}'"; PRAGMA synchronous = OFF; BEGIN IMMEDIATE`);
    const triggers = db
      .prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`)
      .all<{ name: string; sql: string }>();
    for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
    const entries = db.prepare('SELECT * FROM entry ORDER BY seq').all<Row>();
    const fields = db.prepare('SELECT rowid AS row, * FROM field ORDER BY rowid').all<FieldRow>();
    const head = headerOf(dice, entries);
    const newcomer = () => new Newcomer(db, dice, String(head.case), hex(last(entries).hash));
    work({ db, dice, entries, fields, newcomer });
    for (const { sql } of triggers) db.exec(sql);
    db.exec('COMMIT');
  } finally {
    db.close();
  }
}

/** @throws RangeError where there is none */
export const last = <T>(items: readonly T[]): T => {
  const item = items.at(-1);
  if (item === undefined) throw new RangeError('empty');
  return item;
};
const headerOf = (dice: Random, entries: readonly Row[]): Record<string, unknown> =>
  JSON.parse(Buffer.from(dice.pick(entries).header).toString()) as Record<string, unknown>;

/** A newcomer who introduced themselves and then writes. */
export const introduced = (scene: Scene): Newcomer => {
  const newcomer = scene.newcomer();
  newcomer.introduce();
  return newcomer;
};
