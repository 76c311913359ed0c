import { type Changes, type Scene, introduced } from '../scene.ts';
import { personalField, takeAway, withhold } from '../withholding.ts';

/** A field is gone, and an entry was written about it that says something else. */
const misnamed = (scene: Scene, otherwise: Readonly<Record<string, unknown>>): void => {
  const field = personalField(scene);
  withhold(introduced(scene), field, otherwise);
  takeAway(scene, field);
};

/** Fields that are gone and that no entry takes away (FORMAT.md §11). */
export const withheld: Changes = {
  'a field is gone, and `withheld` says so'(scene) {
    const { db, dice, entries, fields } = scene;
    const field = dice.pick(fields);
    const row = [field.entry, field.digest, dice.pick(entries).hash];
    db.prepare('INSERT INTO withheld VALUES (?, ?, ?)').run(row);
    takeAway(scene, field);
  },
  'a field is gone that could be withheld': (scene) => takeAway(scene, personalField(scene)),
  'a field is gone, and another digest is withheld': (scene) => misnamed(scene, { digest: 'ab'.repeat(32) }),
  'a field is gone, and that of another entry is withheld': (scene) =>
    misnamed(scene, { entry: 'ab'.repeat(32) }),
  'a field is gone, and a list with its digest is withheld'(scene) {
    const field = personalField(scene);
    withhold(introduced(scene), field, { digest: [Buffer.from(field.digest).toString('hex')] });
    takeAway(scene, field);
  },
  'a field is gone, and a note says what a withholding would'(scene) {
    const field = personalField(scene);
    const digest = Buffer.from(field.digest).toString('hex');
    introduced(scene).write({ fields: { entry: Buffer.from(field.entry).toString('hex'), digest } });
    takeAway(scene, field);
  },
  'two fields are gone, and one is withheld'(scene) {
    const field = personalField(scene);
    const others = scene.fields.filter(({ row }) => row !== field.row);
    withhold(introduced(scene), field);
    takeAway(scene, field);
    takeAway(scene, personalField({ ...scene, fields: others }));
  },
};
