import { type KeyboardEvent, type MouseEvent, memo } from 'react';
import type { ExhibitColumn } from '../../../src-main/contract/evidence-columns.ts';
import type { Exhibit } from '../../../src-main/contract/evidence.ts';
import { shortHash } from '../../format/hash.ts';
import { size } from '../../format/number.ts';
import { clock, dayAndMonth } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { selectExhibit } from '../../state/evidence.ts';
import { mark } from '../../state/exhibit-table.ts';
import { en } from '../../strings/en.ts';
import { ExhibitChip } from '../../ui/chip.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconCircleDashed } from '../../ui/icons.ts';
import { MiddleName } from '../../ui/middle-name.tsx';
import { exhibitIcon } from './exhibit-icon.ts';
import { ExhibitState } from './exhibit-state.tsx';
import { coversShort, missingText } from './exhibit-words.ts';

interface RowProps {
  readonly exhibit: Exhibit;
  readonly columns: readonly ExhibitColumn[];
  /** Its place in the table, from 1, the head counted. */
  readonly place: number;
  readonly selected: boolean;
  readonly marked: boolean;
  /** The one row that Tab reaches. */
  readonly reachable: boolean;
  readonly zone: string;
  readonly now: Date;
  readonly onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => void;
  /** A click with Shift marks all in between. */
  readonly onRange: (exhibit: string) => void;
}

function Title({ exhibit }: { readonly exhibit: Exhibit }) {
  const title = visibleName(exhibit.title);
  return (
    <td className="exhibit-what" title={title}>
      <span>
        <Ic of={exhibitIcon(exhibit.type)} className="t3" />
        <span className="exhibit-title grow">
          <MiddleName name={title} />
        </span>
        {exhibit.missing.length === 0 ? null : (
          <span className="warn-text" title={missingText(exhibit.missing)}>
            <Ic of={IconCircleDashed} size={14} />
            <span className="sr">{missingText(exhibit.missing)}</span>
          </span>
        )}
      </span>
    </td>
  );
}

function Cell({
  column,
  exhibit,
  zone,
  now,
}: Pick<RowProps, 'exhibit' | 'zone' | 'now'> & { readonly column: ExhibitColumn }) {
  const collected = new Date(exhibit.collected);
  switch (column) {
    case 'title':
      return <Title exhibit={exhibit} />;
    case 'kind':
      return <td className="t2">{en.intake.kinds[exhibit.type]}</td>;
    case 'covers':
      return <td className="num t2 hide-narrow exhibit-covers-column">{coversShort(exhibit, zone)}</td>;
    case 'size':
      return <td className="r">{exhibit.size === null ? '–' : size(exhibit.size)}</td>;
    case 'hash':
      return (
        <td className="mono t2 hide-narrow exhibit-hash-column" title={exhibit.sha256 ?? undefined}>
          {exhibit.sha256 === null ? '–' : shortHash(exhibit.sha256)}
        </td>
      );
    case 'collected':
      return (
        <td className="num t2">
          {dayAndMonth(collected, zone)} {clock(collected, zone, 'minute')}
        </td>
      );
    case 'holder':
      return <td className="clip exhibit-holder">{visibleName(exhibit.holder)}</td>;
    case 'state':
      return (
        <td>
          <ExhibitState exhibit={exhibit} zone={zone} now={now} />
        </td>
      );
    case 'number':
      return null;
  }
}

/** One exhibit. Of ten thousand only those in sight are drawn, and of these only those that changed. */
export const ExhibitRow = memo(function ExhibitRow(props: RowProps) {
  const { exhibit, columns, place, selected, marked, reachable, zone, now, onKeyDown, onRange } = props;
  const label = exhibit.exhibit;
  const choose = (event: MouseEvent): void => {
    if (event.shiftKey) onRange(label);
    else if (event.ctrlKey || event.metaKey) mark(label);
    else selectExhibit(label);
  };
  return (
    <tr
      aria-selected={selected}
      aria-rowindex={place}
      className={marked ? 'marked' : undefined}
      onClick={choose}
    >
      <td className="exhibit-mark">
        <input
          type="checkbox"
          checked={marked}
          tabIndex={-1}
          aria-label={en.evidence.bulk.mark(label)}
          onClick={(event) => {
            event.stopPropagation();
            if (event.shiftKey) onRange(label);
          }}
          onChange={(event) => {
            const { nativeEvent } = event;
            if (!(nativeEvent instanceof globalThis.MouseEvent && nativeEvent.shiftKey)) mark(label);
          }}
        />
      </td>
      <td>
        <button
          type="button"
          className="exhibit-button"
          data-exhibit={label}
          tabIndex={reachable ? 0 : -1}
          aria-pressed={selected}
          aria-label={`${label}, ${visibleName(exhibit.title)}`}
          onKeyDown={onKeyDown}
        >
          <ExhibitChip exhibit={label} />
        </button>
      </td>
      {columns.map((column) => (
        <Cell key={column} column={column} exhibit={exhibit} zone={zone} now={now} />
      ))}
    </tr>
  );
});
