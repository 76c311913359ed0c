import type { Changes } from '../scene.ts';

/** Fields that are gone and that no entry takes away (FORMAT.md §11). */
export const withheld: Changes = {
  'a field is gone, and `withheld` says so'({ db, dice, entries, fields }) {
    const { row, entry, digest } = dice.pick(fields);
    db.prepare('INSERT INTO withheld VALUES (?, ?, ?)').run([entry, digest, dice.pick(entries).hash]);
    db.prepare('DELETE FROM field WHERE rowid = ?').run([row]);
  },
};
