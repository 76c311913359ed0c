import { type ComponentProps, memo } from 'react';
import type { EntryView } from '../../../src-main/contract/entry.ts';
import { instantOf } from '../../format/occurred.ts';
import { dayKey } from '../../format/time.ts';
import { DayHead } from './day-head.tsx';
import { EntryRow } from './entry-row.tsx';

interface Props extends Omit<ComponentProps<typeof EntryRow>, 'entry'> {
  /** Not there where its page has not come yet. */
  readonly entry: EntryView | undefined;
  /** The row above. */
  readonly before: EntryView | undefined;
  /** Where it begins in the list, px. */
  readonly start: number;
  /** Tells the list how high it is. */
  readonly measure: (element: HTMLElement | null) => void;
}

/** A place in the list: the day where one begins, and the entry. Rows that stay as they are cost nothing while it scrolls. */
export const TimelineItem = memo(function Item({ entry, before, start, measure, ...row }: Props) {
  const { by, zone, index } = row;
  const at = entry === undefined ? null : instantOf(entry, by);
  const isNewDay =
    at !== null && before !== undefined && dayKey(at, zone) !== dayKey(instantOf(before, by), zone);
  return (
    <div
      ref={measure}
      data-index={index}
      role="presentation"
      className="timeline-item"
      style={{ transform: `translateY(${start}px)` }}
    >
      {isNewDay ? <DayHead at={at} zone={zone} /> : null}
      {entry === undefined ? (
        <div className="entry skeleton" role="presentation">
          <i />
        </div>
      ) : (
        <EntryRow entry={entry} {...row} />
      )}
    </div>
  );
});
