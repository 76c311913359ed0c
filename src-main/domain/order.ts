import type { EntryId } from './brands.ts';

export interface Ordered {
  readonly id: EntryId;
  readonly parents: readonly EntryId[];
  readonly recorded: string;
}

/**
 * The one total order of a set of entries (FORMAT.md §7): parents first; among those that are ready, the
 * earliest `recorded` first, then the smallest hash. A pure function of the set, however it came together.
 * Entries whose parents are missing, or that form a cycle, are left out.
 */
export function totalOrder<T extends Ordered>(entries: readonly T[]): T[] {
  const waiting = new Map<EntryId, number>();
  const children = new Map<EntryId, T[]>();
  const ready: T[] = [];
  for (const entry of entries) {
    waiting.set(entry.id, entry.parents.length);
    if (entry.parents.length === 0) push(ready, entry);
    for (const parent of entry.parents) {
      const siblings = children.get(parent);
      if (siblings === undefined) children.set(parent, [entry]);
      else siblings.push(entry);
    }
  }
  const ordered: T[] = [];
  for (let next = pop(ready); next !== undefined; next = pop(ready)) {
    ordered.push(next);
    for (const child of children.get(next.id) ?? []) {
      const left = (waiting.get(child.id) ?? 0) - 1;
      waiting.set(child.id, left);
      if (left === 0) push(ready, child);
    }
  }
  return ordered;
}

const before = (a: Ordered, b: Ordered): boolean =>
  a.recorded === b.recorded ? a.id < b.id : a.recorded < b.recorded;

/** A binary heap: a record with thousands of branches must not turn ordering into a quadratic walk. */
function push<T extends Ordered>(heap: T[], entry: T): void {
  let at = heap.push(entry) - 1;
  while (at > 0) {
    const up = (at - 1) >> 1;
    const parent = heap[up] as T;
    if (!before(entry, parent)) break;
    heap[at] = parent;
    at = up;
  }
  heap[at] = entry;
}

function pop<T extends Ordered>(heap: T[]): T | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (first === undefined || last === undefined || heap.length === 0) return first;
  let at = 0;
  for (;;) {
    let down = 2 * at + 1;
    if (down >= heap.length) break;
    if (down + 1 < heap.length && before(heap[down + 1] as T, heap[down] as T)) down += 1;
    if (!before(heap[down] as T, last)) break;
    heap[at] = heap[down] as T;
    at = down;
  }
  heap[at] = last;
  return first;
}
