import { branch } from '../branch.ts';
import { hex } from '../newcomer.ts';
import { type Changes, introduced, last } from '../scene.ts';

/** What is wrong with how entries hang together (FORMAT.md §7.1). */
export const order: Changes = {
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
  'the last entry is gone, its fields are not': ({ db, entries }) =>
    void db.prepare('DELETE FROM entry WHERE hash = ?').run([last(entries).hash]),
  'parents out of order'(scene) {
    const one = introduced(scene);
    const parents = branch(one);
    one.write({ header: { parents: parents.toSorted().toReversed() } });
  },
  'a parent twice'(scene) {
    const newcomer = introduced(scene);
    newcomer.write({ header: { parents: [newcomer.last, newcomer.last] } });
  },
  'a parent that is not there': (scene) =>
    void introduced(scene).write({ header: { parents: ['5a'.repeat(32)] } }),
  'a parent that an entry between has': (scene) => {
    const newcomer = introduced(scene);
    const parents = [newcomer.last, newcomer.write()].toSorted();
    newcomer.write({ header: { parents } });
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
};
