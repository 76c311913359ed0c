import type { Newcomer } from './newcomer.ts';

/** Writes on from one entry twice, as two writers of one key do: the record has two ends then, which are told. */
export function branch(newcomer: Newcomer): readonly string[] {
  const { last: from } = newcomer;
  const ends = [
    newcomer.write(),
    newcomer.write({
      header: { parents: [from], writer: 'ab'.repeat(16), n: 1 },
      fields: { opened: newcomer.opened() },
    }),
  ];
  newcomer.n -= 1;
  return ends;
}
