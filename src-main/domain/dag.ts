import type { EntryId } from './brands.ts';
import type { Header } from './header.ts';
import { type RecordProblem, recordProblem } from './record-problem.ts';

/** What a header says of its entry's place among others. */
export type Place = Omit<Header, 'fields' | 'format' | 'kindVersion'>;

/** A header in the order of the file's rows. */
export interface DagNode {
  readonly id: EntryId;
  readonly header: Place;
  /** Whether the entry carries a readable `opened` field, or lacks a field that may have been it. */
  readonly saysOpened: boolean;
}

/**
 * Checks how entries hang together (FORMAT.md §7): one beginning, every parent there and earlier, each
 * writer's numbers without gap or fork, each key introduced before it writes. Rows must be in file order.
 * @param admitted by `author/writer`: the number from which an entry admits both sides of a fork
 */
export function checkDag(
  nodes: readonly DagNode[],
  admitted: ReadonlyMap<string, number> = new Map(),
): RecordProblem[] {
  const problems: RecordProblem[] = [];
  const place = new Map<EntryId, number>();
  const writers = new Map<string, { id: EntryId; n: number; row: number; monotonic: number }>();
  /** By writer: the numbers that its entries so far have. */
  const seen = new Map<string, Set<number>>();
  const introduced = new Set<string>();
  let beginnings = 0;
  const all = new Map(nodes.map((node, row) => [node.id, row]));

  nodes.forEach(({ id, header, saysOpened }, row) => {
    if (header.parents.length === 0) {
      beginnings += 1;
      if (header.kind !== 'case' || beginnings > 1 || row > 0) {
        problems.push(
          recordProblem('genesis-wrong', { entry: id, reason: `entry ${id.slice(0, 8)} has no parents` }),
        );
      }
    }
    for (const parent of header.parents) {
      if (place.has(parent)) continue;
      problems.push(
        recordProblem(all.has(parent) ? 'parent-later' : 'parent-missing', { entry: id, parent }),
      );
    }
    if (header.parents.length > 1 && !areTips(nodes, place, header.parents)) {
      problems.push(recordProblem('parents-not-tips', { entry: id }));
    }
    if (header.kind === 'author' || row === 0) introduced.add(header.author);
    else if (!introduced.has(header.author)) {
      problems.push(recordProblem('author-not-introduced', { entry: id }));
    }

    const writer = `${header.author}/${header.writer}`;
    const numbers = seen.get(writer) ?? new Set<number>();
    const last = writers.get(writer);
    const from = admitted.get(writer);
    if (from !== undefined && header.n >= from) {
      // From here on two rows of numbers of one writer are part of the record.
      if (header.n > 1 && !numbers.has(header.n - 1)) {
        problems.push(recordProblem('writer-gap', { entry: id, n: header.n, missing: header.n - 1 }));
      }
    } else if (numbers.has(header.n)) {
      problems.push(recordProblem('fork', { entry: id, n: header.n }));
    } else if (header.n !== (last?.n ?? 0) + 1) {
      problems.push(recordProblem('writer-gap', { entry: id, n: header.n, missing: (last?.n ?? 0) + 1 }));
    } else if (last !== undefined && !descends(nodes, place, header.parents, last)) {
      problems.push(recordProblem('writer-gap', { entry: id, n: header.n, missing: last.n }));
    } else if (last !== undefined && header.monotonic < last.monotonic) {
      problems.push(recordProblem('writer-time', { entry: id }));
    }
    if (header.n === 1 && !saysOpened) problems.push(recordProblem('opened-missing', { entry: id }));

    seen.set(writer, numbers.add(header.n));
    if (header.n >= (last?.n ?? 0)) {
      writers.set(writer, { id, n: header.n, row, monotonic: header.monotonic });
    }
    place.set(id, row);
  });
  if (beginnings === 0) {
    problems.push(recordProblem('genesis-wrong', { reason: 'there is none' }));
  }
  return problems;
}

/** Whether no parent follows from another: each was an end of the record that its writer had. */
function areTips(
  nodes: readonly DagNode[],
  place: ReadonlyMap<EntryId, number>,
  parents: readonly EntryId[],
): boolean {
  return parents.every((id) => {
    const row = place.get(id);
    const others = parents.filter((other) => other !== id);
    return row === undefined || !descends(nodes, place, others, { id, row });
  });
}

/** Whether `target` is among the parents or their ancestors; rows before the target's cannot lead to it. */
function descends(
  nodes: readonly DagNode[],
  place: ReadonlyMap<EntryId, number>,
  parents: readonly EntryId[],
  target: { readonly id: EntryId; readonly row: number },
): boolean {
  const open = [...parents];
  const visited = new Set<EntryId>();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === target.id) return true;
    const row = place.get(id);
    if (row === undefined || row < target.row || visited.has(id)) continue;
    visited.add(id);
    open.push(...(nodes[row]?.header.parents ?? []));
  }
  return false;
}
