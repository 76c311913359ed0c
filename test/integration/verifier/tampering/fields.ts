import { createHash } from 'node:crypto';
import { type Bytes, hex } from '../newcomer.ts';
import { type Changes, type Scene, introduced, last } from '../scene.ts';
import { flipped, setField } from './set.ts';

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

/** What is wrong with the rows of fields, or with a salt, name or digest (FORMAT.md §3.3, §5.2). */
export const fields: Changes = {
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
  // Of one that has some: where all of an entry are withheld, nothing would be changed.
  'an entry without its fields': ({ db, dice, fields }) =>
    void db.prepare('DELETE FROM field WHERE entry = ?').run([dice.pick(fields).entry]),
  'a field is gone': ({ db, dice, fields }) =>
    void db.prepare('DELETE FROM field WHERE rowid = ?').run([dice.pick(fields).row]),
  'a foreign field': (scene) => addField(scene, scene.dice.pick(scene.entries).hash, 'foreign'),
  'a field of no entry': (scene) => addField(scene, flipped(scene.dice, last(scene.entries).hash), 'text'),
  'a field twice'({ db, dice, fields }) {
    const { row } = dice.pick(fields);
    db.exec('DROP INDEX field_of_entry');
    db.prepare('INSERT INTO field SELECT * FROM field WHERE rowid = ?').run([row]);
  },
  'a digest without a field': (scene) => {
    const newcomer = introduced(scene);
    newcomer.write({ fields: {}, header: { fields: ['5a'.repeat(32)] } });
  },
  'a short salt': (scene) => void introduced(scene).write({ salt: 'AAAAAAAAAAAAAAAAAAAA' }),
  'a field name in capitals': (scene) => void introduced(scene).write({ fields: { Text: 'x' } }),
  'a value of the first entry that is no JSON': (scene) => {
    const fields = scene.fields.filter(({ entry }) => hex(entry) === hex(scene.fields[0]?.entry ?? entry));
    setField({ ...scene, fields }, 'value', ({ value }) => `${value}}`);
  },
};
