/** Of many pages, those that lie nearest to one. The first stays: the head of the list is made from it. */
export function pagesAround<Page>(
  pages: ReadonlyMap<number, Page>,
  page: number,
  most: number,
): ReadonlyMap<number, Page> {
  if (pages.size <= most) return pages;
  const near = [...pages.keys()]
    .toSorted((a, b) => (a === 0 ? -1 : b === 0 ? 1 : Math.abs(a - page) - Math.abs(b - page)))
    .slice(0, most);
  return new Map(near.flatMap((one) => (pages.has(one) ? [[one, pages.get(one) as Page]] : [])));
}
