import { columnFields } from '../../../src-main/domain/import/column-field.ts';
import type { ImportColumn, ImportPreview } from '../../../src-main/contract/timeline-import.ts';
import { fullTime } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { useShownZone } from '../../state/case.ts';
import { readColumnAs, useImport } from '../../state/timeline-import.ts';
import { en } from '../../strings/en.ts';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertTriangle } from '../../ui/icons.ts';
import { SelectField } from '../../ui/select-field.tsx';

/** Columns that are shown; a wider table is scrolled sideways, and one of hundreds would help nobody. */
const MOST = 60;

function fieldNamed(name: string): ImportColumn['field'] {
  return columnFields.find((field) => field === name) ?? null;
}

/** The first rows as they stand in the file, below what each column is read as. */
export function ImportRows({ preview }: { readonly preview: ImportPreview }) {
  const text = en.timelineImport;
  const zone = useShownZone();
  const chosen = useImport((state) => state.columns);
  const columns = (chosen ?? preview.columns).slice(0, MOST);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keyboard
    <div className="import-rows" tabIndex={0} role="region" aria-label={text.preview}>
      <table>
        <caption className="sr">{text.preview}</caption>
        <thead>
          <tr>
            <th scope="col">{text.line}</th>
            <th scope="col">{text.understood}</th>
            {columns.map(({ name, field }) => (
              <th key={name} scope="col" className={field === null ? 'left-out' : undefined}>
                <span className="import-column" title={visibleName(name)}>
                  {visibleName(name)}
                </span>
                <SelectField
                  label={text.readAs(visibleName(name))}
                  value={field ?? ''}
                  empty={text.leaveOut}
                  options={columnFields.map((value) => ({ value, label: text.fields[value] }))}
                  onChange={(value) => readColumnAs(name, fieldNamed(value))}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.shown.map(({ line, cells, taken, fault }) => (
            <tr key={line}>
              <td className="num">{line}</td>
              <td className="num import-time">
                {taken === null ? null : fullTime(new Date(taken.occurred.utc), zone, 'second')}
                {fault === null ? null : (
                  <span className="warn-text">
                    <Ic of={IconAlertTriangle} size={14} /> {text.faults[fault]}
                  </span>
                )}
              </td>
              {columns.map(({ name, field }, i) => (
                <td key={name} className={field === null ? 'left-out' : undefined}>
                  <span className="import-cell">{visibleName(cells[i] ?? '')}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
