import { unhex } from '../newcomer.ts';
import { type Changes, introduced } from '../scene.ts';

/** Numbers of one writer that come twice and that no entry admits (FORMAT.md §7.1, §11). */
export const forks: Changes = {
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
};
