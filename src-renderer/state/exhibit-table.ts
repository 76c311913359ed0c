import { create } from 'zustand';
import {
  type ExhibitColumn,
  exhibitColumns,
  usualColumns,
} from '../../src-main/contract/evidence-columns.ts';
import type { Exhibit } from '../../src-main/contract/evidence.ts';
import { ask } from '../api/client.ts';

interface TableState {
  readonly sort: { readonly by: ExhibitColumn; readonly descending: boolean };
  /** Labels of the exhibits that are marked for a common action. */
  readonly marked: ReadonlySet<string>;
  /** Where a range of marks begins. */
  readonly anchor: string | null;
  readonly columns: readonly ExhibitColumn[];
}

const EMPTY = {
  sort: { by: 'number', descending: false },
  marked: new Set<string>(),
  anchor: null,
} as const satisfies Omit<TableState, 'columns'>;

/** How the exhibits are shown: their order, the marked ones, and the columns, which this device remembers. */
export const useExhibitTable = create<TableState>(() => ({ ...EMPTY, columns: usualColumns }));

/** A case is closed: its marks go, the columns stay. */
export function resetExhibitTable(): void {
  useExhibitTable.setState(EMPTY);
}

export async function loadColumns(): Promise<void> {
  const answer = await ask('evidence.columns', {});
  if (answer.ok) useExhibitTable.setState({ columns: answer.data.columns });
}

/** Number and title are always there: without them nobody knows what a row is. */
export function showColumn(column: ExhibitColumn, shown: boolean): void {
  const { columns } = useExhibitTable.getState();
  const next = exhibitColumns.filter((name) => (name === column ? shown : columns.includes(name)));
  useExhibitTable.setState({ columns: next });
  void ask('evidence.columns', { columns: next });
}

/** A second press turns the order around. */
export function sortBy(by: ExhibitColumn): void {
  useExhibitTable.setState(({ sort }) => ({
    sort: { by, descending: sort.by === by ? !sort.descending : false },
  }));
}

export function mark(exhibit: string): void {
  useExhibitTable.setState(({ marked }) => {
    const next = new Set(marked);
    if (!next.delete(exhibit)) next.add(exhibit);
    return { marked: next, anchor: exhibit };
  });
}

/** Marks all from where the last mark was set. @param shown labels in the order of the table */
export function markUpTo(exhibit: string, shown: readonly string[]): void {
  useExhibitTable.setState(({ anchor, marked }) => {
    const from = Math.max(0, shown.indexOf(anchor ?? exhibit));
    const to = shown.indexOf(exhibit);
    const range = shown.slice(Math.min(from, to), Math.max(from, to) + 1);
    return { marked: new Set([...marked, ...range]), anchor: anchor ?? exhibit };
  });
}

export function markAll(shown: readonly string[]): void {
  useExhibitTable.setState({ marked: new Set(shown), anchor: null });
}

export function unmarkAll(): void {
  useExhibitTable.setState({ marked: new Set(), anchor: null });
}

const VALUES: Readonly<Record<ExhibitColumn, ((exhibit: Exhibit) => string | number) | null>> = {
  number: null,
  kind: ({ type }) => type,
  title: ({ title }) => title,
  covers: ({ covers }) => covers?.from ?? '',
  size: ({ size }) => size ?? -1,
  hash: ({ sha256 }) => sha256 ?? '',
  collected: ({ collected }) => collected,
  holder: ({ holder }) => holder,
  state: (exhibit) => `${rank(exhibit)} ${exhibit.lastVerified?.at ?? exhibit.collected}`,
};

/** What needs attention comes first. */
function rank({ lastVerified, bytes, mode, changedWhileRead }: Exhibit): number {
  if (lastVerified?.ok === false) return 0;
  if (changedWhileRead === true) return 1;
  if (bytes === 'not-here') return 2;
  if (mode === 'none') return 5;
  return lastVerified === null ? 3 : 4;
}

const collator = new Intl.Collator('en', { numeric: true });

/** The exhibits in the order of a column; what is equal there stays in the order of the record. */
export function sorted(
  exhibits: readonly Exhibit[],
  { by, descending }: TableState['sort'],
): readonly Exhibit[] {
  const value = VALUES[by];
  const sign = descending ? -1 : 1;
  if (value === null) return descending ? exhibits.toReversed() : exhibits;
  return exhibits.toSorted((a, b) => {
    const [x, y] = [value(a), value(b)];
    return sign * (typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(`${x}`, `${y}`));
  });
}
