import type { CheckedEntry } from './check-batch.ts';

/**
 * Which entries may lack fields that nobody withheld: in a copy without personal data, and in copies of it, those that
 * were there when it was made (FORMAT.md §11).
 * @param series letters of this file's exhibit numbers; null in an original, which lacks nothing
 */
export function absentIn(
  entries: readonly CheckedEntry[],
  series: string | null,
): (entry: string) => boolean {
  if (series === null) return () => false;
  const open = entries.flatMap(({ id, allows }) =>
    allows?.kind === 'redaction' && allows.series !== '' && series.startsWith(allows.series) ? [id] : [],
  );
  if (open.length === 0) return () => false;
  const parents = new Map(entries.map(({ id, header }) => [id, header?.parents ?? []]));
  const before = new Set<string>();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const parent of parents.get(id) ?? []) {
      if (before.has(parent)) continue;
      before.add(parent);
      open.push(parent);
    }
  }
  return (entry) => before.has(entry);
}
