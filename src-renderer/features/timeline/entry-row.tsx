import { memo } from 'react';
import type { EntryView } from '../../../src-main/contract/entry.ts';
import { preview } from '../../format/cut.ts';
import { tokenPieces } from '../../format/note-tokens.ts';
import { count, size } from '../../format/number.ts';
import { entryClock, instantOf } from '../../format/occurred.ts';
import { shortDay } from '../../format/time.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { zoneName } from '../../format/zone.ts';
import { en } from '../../strings/en.ts';
import { Chip, ExhibitChip } from '../../ui/chip.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Ic } from '../../ui/ic.tsx';
import { TrustMark } from '../../ui/trust-mark.tsx';
import { entryIcon } from '../../ui/entry-icon.ts';
import { EntryMarks } from './entry-marks.tsx';
import { entryText, exhibitsOf, isStruck, kindName } from '../../format/entry-words.ts';

/** A row shows this much; the rest is in the pane. */
const ROW_LINES = 6;
const ROW_CHARS = 640;
/** Chips beside the author; the pane shows all. */
const CHIPS = 2;

function RowText({ entry }: { readonly entry: EntryView }) {
  const text = entryText(entry);
  const start = preview(text, ROW_LINES, ROW_CHARS);
  const shown = visibleText(start.text);
  const Words = isStruck(entry) ? 's' : 'span';
  const tokens = entry.kind === 'note' || entry.kind === 'correction';
  return (
    <span className="entry-text" dir="auto">
      <Words>
        {tokens
          ? tokenPieces(shown).map((piece, at) =>
              piece.token ? (
                <span key={at} className="token">
                  {piece.text}
                </span>
              ) : (
                piece.text
              ),
            )
          : shown}
      </Words>
      {start.cut ? (
        <span className="entry-more">
          … {text.length < 1000 ? en.timeline.allShort : en.timeline.all(size(text.length))}
        </span>
      ) : null}
      <EntryMarks entry={entry} />
    </span>
  );
}

interface Props {
  readonly entry: EntryView;
  readonly by: 'occurred' | 'recorded';
  readonly zone: string;
  readonly id: string;
  readonly index: number;
  readonly total: number;
  readonly selected: boolean;
  readonly fresh: boolean;
  readonly onSelect: (index: number, open: boolean, extend?: boolean) => void;
}

/** One entry: icon, time, sentence, author. */
function Row({ entry, by, zone, id, index, total, selected, fresh, onSelect }: Props) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the listbox has the focus and the keys
    <div
      role="option"
      id={id}
      aria-selected={selected}
      aria-posinset={index + 1}
      aria-setsize={total}
      tabIndex={-1}
      className={classNames('entry', selected && 'selected', fresh && 'fresh')}
      onClick={(event) => onSelect(index, true, event.shiftKey)}
    >
      <Cells entry={entry} by={by} zone={zone} />
    </div>
  );
}

/** What stands in a row. Kept apart: with each new entry all rows in view learn how many there are. */
const Cells = memo(function RowCells({ entry, by, zone }: Pick<Props, 'entry' | 'by' | 'zone'>) {
  const at = instantOf(entry, by);
  const exhibits = exhibitsOf(entry);
  return (
    <>
      <span className="sr">{shortDay(at, zone)} </span>
      <time
        className={classNames('num', isStruck(entry) && 'struck')}
        dateTime={entry.occurred?.utc ?? entry.recorded}
      >
        {entryClock(entry, by, zone)}
      </time>
      <span className="sr">
        {' '}
        {zoneName(zone, at)}, {kindName(entry.kind)}:{' '}
      </span>
      <Ic of={entryIcon(entry)} />
      <RowText entry={entry} />
      <span className="entry-by">
        {exhibits.slice(0, CHIPS).map((exhibit) => (
          <ExhibitChip key={exhibit} exhibit={exhibit} />
        ))}
        {exhibits.length > CHIPS ? <Chip>{en.timeline.moreExhibits(exhibits.length - CHIPS)}</Chip> : null}
        <TrustMark trust={entry.author.trust} />
        <span className="clip">{visibleName(entry.author.name)}</span>
        <span className="sr">, {en.timeline.entryN(count(entry.number))}</span>
      </span>
    </>
  );
});

export const EntryRow = memo(Row);
