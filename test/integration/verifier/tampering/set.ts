import type { Random } from '../../../support/random.ts';
import type { Bytes } from '../newcomer.ts';
import type { FieldRow, Row, Scene } from '../scene.ts';

/** The bytes with one bit of one of them changed. */
export function flipped(dice: Random, bytes: Bytes): Bytes {
  const copy = Uint8Array.from(bytes);
  const at = dice.below(copy.length);
  copy[at] = (copy[at] ?? 0) ^ (1 << dice.below(8));
  return copy;
}

/** Sets a column of a field that is drawn by lot. */
export const setField = (
  { db, dice, fields }: Scene,
  column: string,
  to: (row: FieldRow) => string | Bytes,
): void => {
  const row = dice.pick(fields);
  db.prepare(`UPDATE field SET ${column} = ? WHERE rowid = ?`).run([to(row), row.row]);
};

/** Sets a column of an entry that is drawn by lot. */
export const setEntry = (
  { db, dice, entries }: Scene,
  column: string,
  to: (row: Row) => string | Bytes | number,
): void => {
  const row = dice.pick(entries);
  db.prepare(`UPDATE entry SET ${column} = ? WHERE seq = ?`).run([to(row), row.seq]);
};
