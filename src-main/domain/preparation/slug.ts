/**
 * An id of small letters, digits and - from what something is called, as the parts of a plan have them.
 * @param taken ids that are given already
 * @param kind stands for a title that has no such letters
 */
export function slugOf(title: string, taken: ReadonlySet<string>, kind: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^[-0-9]+|-+$/gu, '')
    .slice(0, 48)
    .replace(/-+$/u, '');
  const base = plain === '' ? kind : plain;
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? base : `${base}-${count}`;
    if (!taken.has(id)) return id;
  }
}
