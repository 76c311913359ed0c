import { branch } from './branch.ts';
import { admit, fork } from './fork.ts';
import { hex } from './newcomer.ts';
import { type Changes, introduced } from './scene.ts';
import { isPersonal, personalField, takeAway, withhold } from './withholding.ts';

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
    const parents = branch(one);
    one.write({ header: { parents: parents.toSorted() } });
  },
  'a witness of an entry'(scene) {
    const one = introduced(scene);
    one.write({ kind: 'witness', fields: { by: 'paper', entries: 1, head: one.last, person: 'Insurer' } });
  },
  'a field is withheld'(scene) {
    const field = personalField(scene);
    withhold(introduced(scene), field);
    takeAway(scene, field);
  },
  'all that can be withheld of an entry'(scene) {
    const newcomer = introduced(scene);
    const about = personalField(scene);
    for (const field of scene.fields.filter(({ entry }) => hex(entry) === hex(about.entry))) {
      if (!isPersonal(field)) continue;
      withhold(newcomer, field);
      takeAway(scene, field);
    }
  },
  'a fork is admitted'(scene) {
    const newcomer = introduced(scene);
    const { n, sides } = fork(newcomer);
    const judge = scene.newcomer();
    judge.last = sides[0];
    judge.introduce();
    admit(judge, newcomer, n);
    judge.write({ header: { parents: [judge.last, sides[1]].toSorted() } });
  },
  'a fork is admitted by an entry that came before the other side'(scene) {
    const newcomer = introduced(scene);
    const from = newcomer.last;
    newcomer.write({ fields: { text: 'one' } });
    const judge = scene.newcomer();
    judge.last = newcomer.last;
    judge.introduce();
    admit(judge, newcomer, newcomer.n);
    newcomer.n -= 1;
    newcomer.last = from;
    newcomer.write({ fields: { text: 'other' } });
    newcomer.write();
  },
  'the largest whole numbers': (scene) =>
    void introduced(scene).write({ fields: { text: 'x', most: 9007199254740991, least: -9007199254740991 } }),
};
