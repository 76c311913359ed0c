import { type Changes, introduced } from './scene.ts';

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
    const from = one.last;
    const parents = [
      one.write(),
      one.write({
        header: { parents: [from], writer: 'ab'.repeat(16), n: 1 },
        fields: { opened: one.opened() },
      }),
    ];
    one.n -= 1;
    one.write({ header: { parents: parents.toSorted() } });
  },
  'a witness of an entry'(scene) {
    const one = introduced(scene);
    one.write({ kind: 'witness', fields: { by: 'paper', entries: 1, head: one.last, person: 'Insurer' } });
  },
  'the largest whole numbers': (scene) =>
    void introduced(scene).write({ fields: { text: 'x', most: 9007199254740991, least: -9007199254740991 } }),
};
