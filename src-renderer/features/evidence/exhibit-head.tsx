import { type ExhibitColumn, exhibitColumns } from '../../../src-main/contract/evidence-columns.ts';
import { zoneName } from '../../format/zone.ts';
import { markAll, sortBy, unmarkAll, useExhibitTable } from '../../state/exhibit-table.ts';
import { en } from '../../strings/en.ts';
import { Ic } from '../../ui/ic.tsx';
import { IconArrowDown, IconArrowUp } from '../../ui/icons.ts';

interface Props {
  readonly columns: readonly ExhibitColumn[];
  /** Labels, in the order of the table. */
  readonly shown: readonly string[];
  readonly zone: string;
  readonly now: Date;
}

const CLASSES: Partial<Record<ExhibitColumn, string>> = {
  covers: 'hide-narrow exhibit-covers-column',
  size: 'r',
  hash: 'hide-narrow exhibit-hash-column',
};

function Sorted({ column, name }: { readonly column: ExhibitColumn; readonly name: string }) {
  const { by, descending } = useExhibitTable((state) => state.sort);
  const sorted = by === column;
  return (
    <th
      scope="col"
      className={CLASSES[column]}
      aria-sort={sorted ? (descending ? 'descending' : 'ascending') : undefined}
    >
      <button type="button" className="sort" onClick={() => sortBy(column)}>
        {name}
        {sorted ? <Ic of={descending ? IconArrowDown : IconArrowUp} size={14} /> : null}
      </button>
    </th>
  );
}

/** The names of the columns; a press sorts by one, a second turns the order around. */
export function ExhibitHead({ columns, shown, zone, now }: Props) {
  const text = en.evidence;
  const marked = useExhibitTable((state) => state.marked.size);
  const names: Readonly<Record<ExhibitColumn, string>> = {
    ...text.columns,
    state: text.columns.state(zoneName(zone, now)),
  };
  const all = shown.length > 0 && marked === shown.length;
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" className="exhibit-mark">
          <input
            type="checkbox"
            checked={all}
            aria-label={text.bulk.markAll}
            onChange={() => (all ? unmarkAll() : markAll(shown))}
          />
        </th>
        {exhibitColumns
          .filter((column) => column === 'number' || columns.includes(column))
          .map((column) => (
            <Sorted key={column} column={column} name={names[column]} />
          ))}
      </tr>
    </thead>
  );
}
