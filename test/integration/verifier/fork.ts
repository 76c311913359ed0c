import type { Newcomer } from './newcomer.ts';

/** Writes one number twice, as a resumed virtual machine does; each side goes on with one more entry. */
export function fork(newcomer: Newcomer): { readonly n: number; readonly sides: readonly [string, string] } {
  const { last: from, n } = newcomer;
  const side = (text: string): string => {
    newcomer.n = n;
    newcomer.last = from;
    newcomer.write({ fields: { text } });
    return newcomer.write({ fields: { text: `${text}, and on` } });
  };
  return { n: n + 1, sides: [side('one'), side('other')] };
}

/** Another key admits both sides from a number on (FORMAT.md §7.1, §11). `otherwise`: what it says instead. */
export function admit(
  judge: Newcomer,
  { key: author, writer }: Pick<Newcomer, 'key' | 'writer'>,
  n: number,
  otherwise: Readonly<Record<string, unknown>> = {},
): void {
  judge.write({ kind: 'admission', fields: { author, writer, n, why: 'resumed', ...otherwise } });
}
