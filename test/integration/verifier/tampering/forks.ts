import { admit, fork } from '../fork.ts';
import { unhex } from '../newcomer.ts';
import { type Changes, type Scene, introduced } from '../scene.ts';

/** A fork, and an entry that admits something else. */
const misnamed = (scene: Scene, otherwise: (n: number) => Readonly<Record<string, unknown>>): void => {
  const newcomer = introduced(scene);
  const { n } = fork(newcomer);
  admit(another(scene, newcomer.last), newcomer, n, otherwise(n));
};

/** A second newcomer, whose first entry follows `last`. */
const another = (scene: Scene, last: string) => {
  const newcomer = scene.newcomer();
  newcomer.last = last;
  newcomer.introduce();
  return newcomer;
};

/** Numbers of one writer that come twice and that no entry admits (FORMAT.md §7.1, §11). */
export const forks: Changes = {
  'one (author, writer, n) twice': (scene) => void fork(introduced(scene)),
  'one (author, writer, n) twice, and `admitted` says so'(scene) {
    const newcomer = introduced(scene);
    const { n } = fork(newcomer);
    const row = [unhex(newcomer.key), unhex(newcomer.writer), n, scene.dice.pick(scene.entries).hash];
    scene.db.prepare('INSERT INTO admitted VALUES (?, ?, ?, ?)').run(row);
  },
  'a fork that is admitted from the next number on': (scene) => misnamed(scene, (n) => ({ n: n + 1 })),
  'a fork that is admitted from a number in text': (scene) => misnamed(scene, (n) => ({ n: String(n) })),
  'a fork that is admitted from no number': (scene) => misnamed(scene, () => ({ n: null })),
  'a fork of another writer is admitted': (scene) => misnamed(scene, () => ({ writer: 'cd'.repeat(16) })),
  'a fork of another author is admitted': (scene) => misnamed(scene, () => ({ author: 'cd'.repeat(32) })),
  'an admitted writer leaves out a number'(scene) {
    const newcomer = introduced(scene);
    const { n } = fork(newcomer);
    admit(another(scene, newcomer.last), newcomer, n);
    newcomer.n += 1;
    newcomer.write();
  },
};
