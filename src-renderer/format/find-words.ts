/** As people compare words: without case, accents and compatibility forms. */
const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/**
 * How well a text fits what was typed: 0 = not at all, because a word of it is nowhere; higher = better: words of the
 * text begin with it, the earlier the better.
 */
function fitOf(text: string, typed: string): number {
  const wanted = folded(typed).split(/\s+/).filter(Boolean);
  const given = folded(text);
  let fit = 1;
  for (const word of wanted) {
    const at = given.indexOf(word);
    if (at === -1) return 0;
    const starts = at === 0 || !/[\p{L}\p{N}]/u.test(given[at - 1] ?? '');
    fit += (starts ? 2 : 0) + 1 / (1 + at);
  }
  return fit;
}

/** The items that fit, best first; equal ones stay in their order. */
export function bestOf<Item>(
  items: readonly Item[],
  textOf: (item: Item) => string,
  typed: string,
): readonly Item[] {
  return items
    .map((item) => ({ item, fit: fitOf(textOf(item), typed) }))
    .filter(({ fit }) => fit > 0)
    .toSorted((a, b) => b.fit - a.fit)
    .map(({ item }) => item);
}
