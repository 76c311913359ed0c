import { hex, unhex } from '../newcomer.ts';
import { type Changes, introduced } from '../scene.ts';
import { flipped, setEntry } from './set.ts';

/** What is wrong with who signed what, and with what an entry says of a key or a fingerprint (FORMAT.md §5.3, §6, §7.4). */
export const signatures: Changes = {
  'another signature': (scene) =>
    setEntry(scene, 'signature', ({ signature }) => flipped(scene.dice, signature)),
  'the signature of another entry': (scene) => {
    const [one, two] = [scene.dice.pick(scene.entries.slice(1)), scene.entries[0]];
    scene.db.prepare('UPDATE entry SET signature = ? WHERE seq = ?').run([two?.signature ?? null, one.seq]);
  },
  'another hash': (scene) => setEntry(scene, 'hash', ({ hash }) => flipped(scene.dice, hash)),
  'signed in the name of another'(scene) {
    const newcomer = introduced(scene);
    newcomer.write({ header: { author: hex(scene.entries[0]?.author ?? unhex('')) } });
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
  'a witness of what is not there': (scene) =>
    void introduced(scene).write({
      kind: 'witness',
      fields: { by: 'paper', entries: 1, head: 'ab'.repeat(32), person: 'Insurer' },
    }),
  'an entry of another case': (scene) => void introduced(scene).write({ header: { case: '5a'.repeat(32) } }),
};
