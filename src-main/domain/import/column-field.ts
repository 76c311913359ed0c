/** What a column of an imported timeline can be read as. Several columns of one field are put together, in their order. */
export const columnFields = ['time', 'date', 'zone', 'text', 'person', 'source', 'tags'] as const;
export type ColumnField = (typeof columnFields)[number];

export const isColumnField = (name: string): name is ColumnField =>
  (columnFields as readonly string[]).includes(name);

/** What each column is read as, in the order of the columns; null for those that stay in the file. */
export type Mapping = readonly (ColumnField | null)[];

/** Names by which columns can be told apart: an empty one, and one that came before, is called by its place. */
export function columnNames(header: readonly string[]): string[] {
  const seen = new Set<string>();
  return header.map((raw, i) => {
    const name = raw.trim();
    const own = name === '' || seen.has(name) ? `${name} #${i + 1}`.trim() : name;
    seen.add(own);
    return own;
  });
}
