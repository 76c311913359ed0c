import type { Random } from '../../support/random.ts';
import { type Newcomer, hex } from './newcomer.ts';
import type { FieldRow, Scene } from './scene.ts';

/** Fields of the generated records that FORMAT.md §8 marks as personal. */
const PERSONAL: ReadonlySet<string> = new Set(
  'title name role device before text tags occurred value'.split(' '),
);

export const isPersonal = ({ name }: FieldRow): boolean => PERSONAL.has(name);

/** A personal field, drawn by lot. */
export const personalField = ({
  dice,
  fields,
}: Pick<Scene, 'fields'> & { readonly dice: Random }): FieldRow => dice.pick(fields.filter(isPersonal));

/** Takes a field's row away and nothing else. */
export const takeAway = ({ db }: Scene, { row }: FieldRow): void =>
  void db.prepare('DELETE FROM field WHERE rowid = ?').run([row]);

/** Writes the entry that lets a field be gone (FORMAT.md §11). `otherwise`: what it says instead. */
export function withhold(
  newcomer: Newcomer,
  { entry, name, digest }: FieldRow,
  otherwise: Readonly<Record<string, unknown>> = {},
): void {
  const fields = { entry: hex(entry), field: name, digest: hex(digest), why: 'a password', ...otherwise };
  newcomer.write({ kind: 'withholding', fields });
}
