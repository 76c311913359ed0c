import { type ExhibitColumn, exhibitColumns } from '../../../src-main/contract/evidence-columns.ts';
import { showColumn, useExhibitTable } from '../../state/exhibit-table.ts';
import { en } from '../../strings/en.ts';
import { Dialog } from '../../ui/dialog.tsx';

const ALWAYS: readonly ExhibitColumn[] = ['number', 'title'];

/** Which columns the table of exhibits has, on this device. */
export function ColumnsDialog({ onClose }: { readonly onClose: () => void }) {
  const text = en.evidence;
  const columns = useExhibitTable((state) => state.columns);
  const names: Readonly<Record<ExhibitColumn, string>> = { ...text.columns, state: text.stateColumn };
  return (
    <Dialog title={text.columnsTitle} onClose={onClose} size={360}>
      <p className="t2">{text.columnsHint}</p>
      <ul className="columns-choice">
        {exhibitColumns.map((column) => {
          const fixed = ALWAYS.includes(column);
          return (
            <li key={column}>
              <label>
                <input
                  type="checkbox"
                  checked={fixed || columns.includes(column)}
                  disabled={fixed}
                  onChange={(event) => showColumn(column, event.currentTarget.checked)}
                />{' '}
                {names[column]}
              </label>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
