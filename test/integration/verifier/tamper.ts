import { createHash, pbkdf2Sync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Database } from '@signalapp/sqlcipher';
import type { Random } from '../../support/random.ts';
import { type Bytes, Newcomer, hex, unhex } from './newcomer.ts';

type Row = Record<'hash' | 'header' | 'signature' | 'author' | 'writer', Bytes> & Record<'seq' | 'n', number>;
type FieldRow = { row: number; entry: Bytes; name: string; salt: string; value: string; digest: Bytes };

export interface Scene {
  readonly db: Database;
  readonly dice: Random;
  readonly entries: readonly Row[];
  readonly fields: readonly FieldRow[];
  newcomer(): Newcomer;
}

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

const last = <T>(items: readonly T[]): T => {
  const item = items.at(-1);
  if (item === undefined) throw new RangeError('empty');
  return item;
};
const headerOf = (dice: Random, entries: readonly Row[]): Record<string, unknown> =>
  JSON.parse(Buffer.from(dice.pick(entries).header).toString()) as Record<string, unknown>;

/** The bytes with one bit of one of them changed. */
function flipped(dice: Random, bytes: Bytes): Bytes {
  const copy = Uint8Array.from(bytes);
  const at = dice.below(copy.length);
  copy[at] = (copy[at] ?? 0) ^ (1 << dice.below(8));
  return copy;
}

/** The header with one character changed, still JSON. */
function otherHeader(dice: Random, header: Bytes): Bytes {
  for (;;) {
    const copy = Uint8Array.from(header);
    const at = dice.below(copy.length);
    copy[at] = dice.pick([...Buffer.from('0123456789abcdefxyz-_ "')]);
    try {
      JSON.parse(Buffer.from(copy).toString());
      if (copy[at] !== header[at]) return copy;
    } catch {
      // no longer JSON: another one
    }
  }
}

const setField = (
  { db, dice, fields }: Scene,
  column: string,
  to: (row: FieldRow) => string | Bytes,
): void => {
  const row = dice.pick(fields);
  db.prepare(`UPDATE field SET ${column} = ? WHERE rowid = ?`).run([to(row), row.row]);
};
const setEntry = (
  { db, dice, entries }: Scene,
  column: string,
  to: (row: Row) => string | Bytes | number,
): void => {
  const row = dice.pick(entries);
  db.prepare(`UPDATE entry SET ${column} = ? WHERE seq = ?`).run([to(row), row.seq]);
};
const addField = ({ db }: Scene, entry: Bytes, name: string): void => {
  const salt = 'A'.repeat(22);
  const digest = createHash('sha256').update(`holdfast/field/1\0["${salt}","${name}","x"]`).digest();
  db.prepare(`INSERT INTO field (entry, name, salt, value, digest) VALUES (?, ?, ?, '"x"', ?)`).run([
    entry,
    name,
    salt,
    new Uint8Array(digest),
  ]);
};
/** A newcomer who introduced themselves and then writes. */
const introduced = (scene: Scene): Newcomer => {
  const newcomer = scene.newcomer();
  newcomer.introduce();
  return newcomer;
};
const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)]);

/** What stays a good record: a stranger may add to it what FORMAT.md allows. */
export const honest: Changes = {
  'a stranger introduces themselves': (scene) => void introduced(scene),
  'and writes a note': (scene) => void introduced(scene).write(),
  'an unknown kind of entry': (scene) =>
    void introduced(scene).write({
      kind: 'x-new',
      header: { kind_version: 7 },
      fields: { what: [1, { a: null }] },
    }),
  'an unknown field': (scene) => void introduced(scene).write({ fields: { text: 'x', unheard_of: '✓' } }),
  'a branch and its join'(scene) {
    const one = introduced(scene);
    const from = one.last;
    const parents = [
      one.write(),
      one.write({
        header: { parents: [from], writer: 'ab'.repeat(16), n: 1 },
        fields: { opened: one.opened() },
      }),
    ];
    one.n -= 1;
    one.write({ header: { parents: parents.toSorted() } });
  },
  'a witness of an entry'(scene) {
    const one = introduced(scene);
    one.write({ kind: 'witness', fields: { by: 'paper', entries: 1, head: one.last, person: 'Insurer' } });
  },
  'the largest whole numbers': (scene) =>
    void introduced(scene).write({ fields: { text: 'x', most: 9007199254740991, least: -9007199254740991 } }),
};

/** What FORMAT.md forbids. The first are done to what is there; of the rest, the stranger's own key signed it. */
export const tamperings: Changes = {
  'a witness of what is not there': (scene) =>
    void introduced(scene).write({
      kind: 'witness',
      fields: { by: 'paper', entries: 1, head: 'ab'.repeat(32), person: 'Insurer' },
    }),
  'another value': (scene) => setField(scene, 'value', ({ value }) => (value === '"no"' ? '"yes"' : '"no"')),
  'a space in a value': (scene) =>
    setField(scene, 'value', ({ value }) => scene.dice.pick([` ${value}`, `${value} `, `${value}\n`])),
  'a value with an escape'(scene) {
    const fields = scene.fields.filter(({ value }) => /^"[a-z]/i.test(value));
    setField({ ...scene, fields }, 'value', ({ value }) =>
      value.replace(/[a-z]/i, (c) => `\\u00${c.charCodeAt(0).toString(16)}`),
    );
  },
  'another salt': (scene) =>
    setField(scene, 'salt', ({ salt }) => (salt.startsWith('A') ? 'B' : 'A') + salt.slice(1)),
  'a salt with other spare bits': (scene) =>
    setField(scene, 'salt', ({ salt }) => salt.slice(0, -1) + String.fromCharCode(salt.charCodeAt(21) + 1)),
  'another name': (scene) => setField(scene, 'name', ({ name }) => `${name}_`),
  'another digest': (scene) => setField(scene, 'digest', ({ digest }) => flipped(scene.dice, digest)),
  'a field under another entry'(scene) {
    const [from, to] = [scene.dice.pick(scene.fields), scene.dice.pick(scene.entries)];
    const entry = hex(to.hash) === hex(from.entry) ? flipped(scene.dice, to.hash) : to.hash;
    scene.db.exec('DROP INDEX field_of_entry');
    scene.db.prepare('UPDATE field SET entry = ? WHERE rowid = ?').run([entry, from.row]);
  },
  'another header': (scene) => setEntry(scene, 'header', ({ header }) => otherHeader(scene.dice, header)),
  'another header, hashed again'(scene) {
    const row = scene.dice.pick(scene.entries);
    const header = otherHeader(scene.dice, row.header);
    const hash = new Uint8Array(createHash('sha256').update('holdfast/entry/1\0').update(header).digest());
    scene.db.prepare('UPDATE entry SET header = ?, hash = ? WHERE seq = ?').run([header, hash, row.seq]);
    scene.db.prepare('UPDATE field SET entry = ? WHERE entry = ?').run([hash, row.hash]);
  },
  'two entries change places'({ db, dice, entries }) {
    const a = dice.below(entries.length - 1);
    const b = a + 1 + dice.below(entries.length - 1 - a);
    const move = db.prepare('UPDATE entry SET seq = ? WHERE seq = ?');
    const [one, two] = [entries[a]?.seq ?? 0, entries[b]?.seq ?? 0];
    move.run([-1, one]);
    move.run([one, two]);
    move.run([two, -1]);
  },
  'an inner entry is gone'({ db, dice, entries }) {
    const { hash } = dice.pick(entries.slice(0, -1));
    db.prepare('DELETE FROM entry WHERE hash = ?').run([hash]);
    db.prepare('DELETE FROM field WHERE entry = ?').run([hash]);
  },
  'an entry without its fields'({ db, dice, entries }) {
    const { hash } = dice.pick(entries);
    db.prepare('DELETE FROM field WHERE entry = ?').run([hash]);
  },
  'the last entry is gone, its fields are not': ({ db, entries }) =>
    void db.prepare('DELETE FROM entry WHERE hash = ?').run([last(entries).hash]),
  'a field is gone, and `withheld` says so'({ db, dice, entries, fields }) {
    const { row, entry, digest } = dice.pick(fields);
    db.prepare('INSERT INTO withheld VALUES (?, ?, ?)').run([entry, digest, dice.pick(entries).hash]);
    db.prepare('DELETE FROM field WHERE rowid = ?').run([row]);
  },
  'a field is gone': ({ db, dice, fields }) =>
    void db.prepare('DELETE FROM field WHERE rowid = ?').run([dice.pick(fields).row]),
  'another signature': (scene) =>
    setEntry(scene, 'signature', ({ signature }) => flipped(scene.dice, signature)),
  'the signature of another entry': (scene) => {
    const [one, two] = [scene.dice.pick(scene.entries.slice(1)), scene.entries[0]];
    scene.db.prepare('UPDATE entry SET signature = ? WHERE seq = ?').run([two?.signature ?? null, one.seq]);
  },
  'another hash': (scene) => setEntry(scene, 'hash', ({ hash }) => flipped(scene.dice, hash)),
  'another author column': (scene) => setEntry(scene, 'author', ({ author }) => flipped(scene.dice, author)),
  'another writer column': (scene) => setEntry(scene, 'writer', ({ writer }) => flipped(scene.dice, writer)),
  'another n column': (scene) => setEntry(scene, 'n', ({ n }) => n + 1000),
  'a foreign field': (scene) => addField(scene, scene.dice.pick(scene.entries).hash, 'foreign'),
  'a field of no entry': (scene) => addField(scene, flipped(scene.dice, last(scene.entries).hash), 'text'),
  'a field twice'({ db, dice, fields }) {
    const { row } = dice.pick(fields);
    db.exec('DROP INDEX field_of_entry');
    db.prepare('INSERT INTO field SELECT * FROM field WHERE rowid = ?').run([row]);
  },

  'a key that nobody introduced': (scene) => {
    const newcomer = scene.newcomer();
    newcomer.write({ fields: { opened: newcomer.opened(), text: 'Hello' } });
  },
  'an introduction after the first entry': (scene) => {
    const newcomer = scene.newcomer();
    newcomer.write({ fields: { opened: newcomer.opened(), text: 'Hello' } });
    newcomer.introduce();
  },
  'signed in the name of another'(scene) {
    const newcomer = introduced(scene);
    newcomer.write({ header: { author: hex(scene.entries[0]?.author ?? unhex('')) } });
  },
  'one (author, writer, n) twice'(scene) {
    const newcomer = introduced(scene);
    const from = newcomer.last;
    newcomer.write({ fields: { text: 'one' } });
    newcomer.n -= 1;
    newcomer.write({ fields: { text: 'other' }, header: { parents: [from] } });
  },
  'one (author, writer, n) twice, and `admitted` says so'(scene) {
    const newcomer = introduced(scene);
    const from = newcomer.last;
    newcomer.write({ fields: { text: 'one' } });
    newcomer.n -= 1;
    newcomer.write({ fields: { text: 'other' }, header: { parents: [from] } });
    const row = [unhex(newcomer.key), unhex(newcomer.writer), 2, scene.dice.pick(scene.entries).hash];
    scene.db.prepare('INSERT INTO admitted VALUES (?, ?, ?, ?)').run(row);
  },
  'an entry of another case': (scene) => void introduced(scene).write({ header: { case: '5a'.repeat(32) } }),
  'a signed space in a value': (scene) =>
    void introduced(scene).write({
      fields: { tags: ['a', 'b'], text: 'x' },
      spellValue: (text) => text.replace(',', ', ') + (text.includes(',') ? '' : ' '),
    }),
  'a signed escape in a value': (scene) =>
    void introduced(scene).write({ spellValue: (text) => text.replace('n', String.raw`\u006e`) }),
  'a signed space in a header': (scene) =>
    void introduced(scene).write({
      spell: (text) => text.replace(scene.dice.pick([',', ':']), (c) => `${c} `),
    }),
  'header keys in another order': (scene) =>
    void introduced(scene).write({
      spell: (text) => text.replace('"format":1,', '').replace('}', ',"format":1}'),
    }),
  'a header key twice': (scene) =>
    void introduced(scene).write({ spell: (text) => text.replace('{', '{"author":"",') }),
  'a header key too many': (scene) => void introduced(scene).write({ header: { zzz: 1 } }),
  'a header key too few': (scene) => void introduced(scene).write({ header: { recorded: undefined } }),
  'an escape in a header': (scene) =>
    void introduced(scene).write({ spell: (text) => text.replace('note', String.raw`n\u006fte`) }),
  'another format': (scene) => void introduced(scene).write({ header: { format: 2 } }),
  'a number with a point': (scene) =>
    void introduced(scene).write({ spell: (text) => text.replace('"format":1', '"format":1.0') }),
  'a monotonic of text': (scene) => void introduced(scene).write({ header: { monotonic: '2000' } }),
  'a version of nought': (scene) => void introduced(scene).write({ header: { kind_version: 0 } }),
  'a kind in capitals': (scene) => void introduced(scene).write({ kind: 'Note' }),
  'an author in capitals': (scene) => {
    const newcomer = introduced(scene);
    newcomer.write({ header: { author: newcomer.key.toUpperCase() } });
  },
  'a day that is none': (scene) =>
    void introduced(scene).write({ header: { recorded: '2026-02-30T03:00:00.000Z' } }),
  'an instant without milliseconds': (scene) =>
    void introduced(scene).write({ header: { recorded: '2026-02-20T03:00:00Z' } }),
  'parents out of order'(scene) {
    const one = introduced(scene);
    const from = one.last;
    const parents = [
      one.write(),
      one.write({
        header: { parents: [from], writer: 'ab'.repeat(16), n: 1 },
        fields: { opened: one.opened() },
      }),
    ];
    one.n -= 1;
    one.write({ header: { parents: parents.toSorted().toReversed() } });
  },
  'a parent twice'(scene) {
    const newcomer = introduced(scene);
    newcomer.write({ header: { parents: [newcomer.last, newcomer.last] } });
  },
  'a parent that is not there': (scene) =>
    void introduced(scene).write({ header: { parents: ['5a'.repeat(32)] } }),
  'field digests out of order': (scene) =>
    void introduced(scene).write({
      fields: { tags: [], text: 'x' },
      spell: (text) => text.replace(/"fields":\["(\w+)","(\w+)"\]/, '"fields":["$2","$1"]'),
    }),
  'a digest without a field': (scene) => {
    const newcomer = introduced(scene);
    newcomer.write({ fields: {}, header: { fields: ['5a'.repeat(32)] } });
  },
  'a second beginning': (scene) => {
    const newcomer = introduced(scene);
    newcomer.write({ header: { parents: [] } });
  },
  'a second case'(scene) {
    const newcomer = scene.newcomer();
    newcomer.write({
      kind: 'case',
      fields: { nonce: 'A'.repeat(43), opened: newcomer.opened() },
      header: { parents: [] },
    });
  },
  'monotonic time that runs backwards': (scene) =>
    void introduced(scene).write({ header: { monotonic: 1009 } }),
  'an n left out': (scene) => void introduced(scene).write({ header: { n: 3 } }),
  'a first n of 2': (scene) => {
    const newcomer = scene.newcomer();
    newcomer.n = 1;
    newcomer.introduce();
  },
  'n − 1 is no ancestor': (scene) =>
    void introduced(scene).write({ header: { parents: [hex(last(scene.entries).hash)] } }),
  'a writer without `opened`': (scene) => {
    const newcomer = introduced(scene);
    newcomer.write({ header: { writer: 'cd'.repeat(16), n: 1 } });
  },
  'a fraction': (scene) => void introduced(scene).write({ fields: { size: 1.5, text: 'x' } }),
  'a number too large': (scene) =>
    void introduced(scene).write({ fields: { size: 9007199254740992, text: 'x' } }),
  'half a character': (scene) => void introduced(scene).write({ fields: { text: '\ud800' } }),
  'an object key in capitals': (scene) =>
    void introduced(scene).write({ fields: { what: { Key: 1 }, text: 'x' } }),
  'object keys out of order': (scene) =>
    void introduced(scene).write({ fields: { what: { b: 1, a: 1 }, text: 'x' } }),
  'a value too deep': (scene) => void introduced(scene).write({ fields: { what: nested(66), text: 'x' } }),
  'a short salt': (scene) => void introduced(scene).write({ salt: 'AAAAAAAAAAAAAAAAAAAA' }),
  'a field name in capitals': (scene) => void introduced(scene).write({ fields: { Text: 'x' } }),
  'a value of the first entry that is no JSON': (scene) => {
    const fields = scene.fields.filter(({ entry }) => hex(entry) === hex(scene.fields[0]?.entry ?? entry));
    setField({ ...scene, fields }, 'value', ({ value }) => `${value}}`);
  },
  'an introduction of another key': (scene) => {
    const newcomer = scene.newcomer();
    newcomer.introduce({
      fields: {
        device: '',
        name: '',
        opened: newcomer.opened(),
        public_key: hex(scene.entries[0]?.author ?? unhex('')),
        role: '',
      },
    });
  },
  'a parent that an entry between has': (scene) => {
    const newcomer = introduced(scene);
    const parents = [newcomer.last, newcomer.write()].toSorted();
    newcomer.write({ header: { parents } });
  },
};
