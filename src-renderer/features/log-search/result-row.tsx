import { memo } from 'react';
import type { LogRow } from '../../../src-main/contract/log-search.ts';
import { count } from '../../format/number.ts';
import { en } from '../../strings/en.ts';
import { classNames } from '../../ui/class-names.ts';
import { type ResultColumn, type TimeLook, cellText } from './result-columns.ts';

export const cellId = (index: number, cell: number): string => `log-${index}-${cell}`;

interface Props {
  readonly row: LogRow | undefined;
  readonly index: number;
  readonly columns: readonly ResultColumn[];
  readonly look: TimeLook;
  readonly selected: boolean;
  /** The cell that the keys mean; -1 where they mean another row. */
  readonly cell: number;
  readonly onPress: (index: number, cell: number, extend: boolean) => void;
}

function Flags({ flags }: { readonly flags: readonly string[] }) {
  return flags
    .filter((flag) => flag !== 'undated')
    .map((flag) => (
      <span
        key={flag}
        className={flag === 'repeated' ? 'chip' : 'chip warn'}
        title={en.logSearch.flagHints[flag]}
      >
        {en.logSearch.flags[flag] ?? flag}
      </span>
    ));
}

function Row({ row, index, columns, look, selected, cell, onPress }: Props) {
  if (row === undefined) {
    return (
      <div className="log-row" role="row" aria-rowindex={index + 2} aria-busy>
        <span role="gridcell" className="log-cell">
          <i className="log-skeleton" />
          <span className="sr">{en.logSearch.list.loading}</span>
        </span>
      </div>
    );
  }
  return (
    <div
      className={classNames('log-row', selected && 'selected')}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
    >
      {columns.map(({ id, isNumber }, i) => {
        const text = cellText(row, id, look);
        return (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid has the focus and the keys
          <span
            key={id}
            id={cellId(index, i)}
            role="gridcell"
            tabIndex={-1}
            className={classNames(
              'log-cell',
              id !== 'source' && id !== 'user' && 'mono',
              isNumber === true && 'count',
              i === cell && 'at',
              id === 'time' && row.time === null && 'warn-text',
            )}
            title={id === 'source' ? `${row.exhibit}, ${en.logSearch.pane.line(count(row.line))}` : text}
            onClick={(event) => onPress(index, i, event.shiftKey)}
          >
            {id === 'text' ? <Flags flags={row.flags} /> : null}
            {text}
          </span>
        );
      })}
    </div>
  );
}

/** One line of a log. Kept apart, so that moving the cursor draws two of them and not all. */
export const ResultRow = memo(Row);
