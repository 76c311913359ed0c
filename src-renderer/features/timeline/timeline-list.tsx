import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { EntryView } from '../../../src-main/contract/entry.ts';
import { instantOf } from '../../format/occurred.ts';
import { count } from '../../format/number.ts';
import { clockWithZone, shortDay } from '../../format/time.ts';
import { useShownZone } from '../../state/case.ts';
import type { EntryRows } from '../../state/entry-rows.ts';
import { useFilterMenu } from '../../state/filter-menu.ts';
import {
  entryAt,
  extendTo,
  goToInstant,
  needRows,
  selectEntry,
  setFollowing,
  showAmongAll,
  useTimeline,
  wish,
} from '../../state/timeline.ts';
import { isNarrowed } from '../../state/timeline-filter.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { IconArrowDown } from '../../ui/icons.ts';
import { dayStep } from './day-step.ts';
import { DayHead } from './day-head.tsx';
import { moveTarget } from './list-keys.ts';
import { TimelineItem } from './timeline-item.tsx';
import { useScrollBubble } from './use-scroll-bubble.ts';

const ROW = 35;
/** Closer to the end than this counts as being there. */
const AT_END = 40;

/** Room for this many more rows is measured at once: a hundred thousand heights are not summed up for each note. */
const ROOM = 64;

/** Looked for from the end, where people work; a hundred thousand rows are not passed with each frame. */
const indexOf = (rows: EntryRows, id: string | null): number =>
  id === null ? -1 : rows.findLastIndex((row) => row?.id === id);

const optionId = (index: number): string => `entry-${index}`;

/** The entries: virtual, newest at the bottom, following the end unless somebody has scrolled up. */
export function TimelineList() {
  const rows = useTimeline((state) => state.rows);
  const by = useTimeline((state) => state.by);
  const filter = useTimeline((state) => state.filter);
  const anchor = useTimeline((state) => state.anchor);
  const selected = useTimeline((state) => state.selected);
  const fresh = useTimeline((state) => state.fresh);
  const reveal = useTimeline((state) => state.reveal);
  const newBelow = useTimeline((state) => state.newBelow);
  const following = useTimeline((state) => state.following);
  const zone = useShownZone();
  const scroller = useRef<HTMLDivElement>(null);
  const active = useRef(-1);
  const stepping = useRef(Promise.resolve());
  const [bubble, moved] = useScrollBubble();

  const virtual = useVirtualizer({
    count: Math.ceil(rows.length / ROOM) * ROOM,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
    // What comes into view and what was measured are drawn together, once in a frame.
    useFlushSync: false,
  });
  const items = virtual.getVirtualItems().filter(({ index }) => index < rows.length);
  const height = virtual.measurementsCache[rows.length - 1]?.end ?? 0;
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const scrollOffset = virtual.scrollOffset ?? 0;
  const top = items.find((item) => item.end > scrollOffset)?.index ?? first;

  useEffect(() => needRows(first, last), [first, last, rows]);

  // Other entries stand in the same places then.
  useLayoutEffect(() => virtual.measure(), [virtual, by, filter]);

  useLayoutEffect(() => {
    if (reveal === null || reveal.index < 0) return;
    virtual.scrollToIndex(Math.min(reveal.index, rows.length - 1), { align: reveal.align });
    // oxlint-disable-next-line react/exhaustive-deps -- a wish is fulfilled once, not with every new row
  }, [reveal, virtual]);

  const onScroll = (): void => {
    const element = scroller.current;
    if (element === null) return;
    const left = element.scrollHeight - element.scrollTop - element.clientHeight;
    const atEnd = left < AT_END;
    moved();
    if (atEnd !== following || !atEnd) setFollowing(atEnd, top);
  };

  const selectedIndex = useMemo(() => indexOf(rows, selected), [rows, selected]);
  if (selectedIndex !== -1) active.current = selectedIndex;

  const anchorIndex = useMemo(() => indexOf(rows, anchor ?? selected), [rows, anchor, selected]);
  const isRange = anchorIndex !== -1 && selectedIndex !== -1;
  const from = isRange ? Math.min(anchorIndex, selectedIndex) : rows.length;
  const to = isRange ? Math.max(anchorIndex, selectedIndex) : -1;

  const select = useCallback((index: number, open: boolean, extend = false): void => {
    const entry = useTimeline.getState().rows[index];
    if (entry === undefined) return;
    active.current = index;
    if (extend) extendTo(entry.id);
    else selectEntry(entry.id, open ? true : undefined);
  }, []);

  const stepDay = async (step: 1 | -1): Promise<void> => {
    const { rows: all, selected: current } = useTimeline.getState();
    const chosen = current === null ? -1 : all.findLastIndex((row) => row?.id === current);
    const index = chosen === -1 ? top : chosen;
    const [at, before] = [await entryAt(index), await entryAt(index - 1)];
    if (at === undefined) return;
    const msOf = (entry: EntryView): number => instantOf(entry, by).getTime();
    const earlier = before === undefined ? null : msOf(before);
    await goToInstant(dayStep(zone, msOf(at), step, earlier), true);
  };

  /** Opens the pane; once more, among what a filter hides, shows the entry between those beside it. */
  const enter = (index: number): void => {
    const { paneOpen } = useTimeline.getState();
    const entry = rows[index];
    if (entry !== undefined && paneOpen && entry.id === selected && isNarrowed(filter)) {
      void showAmongAll(entry.id);
    } else select(index, true);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // The next press goes on from where this one ends.
      stepping.current = stepping.current.then(async () => stepDay(step));
      return;
    }
    // After F the next letter opens a menu.
    if (event.ctrlKey || event.metaKey || event.altKey || useFilterMenu.getState().chord) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      enter(active.current === -1 ? rows.length - 1 : active.current);
      return;
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? ROW) / ROW) - 1);
    const target = moveTarget(event.key, active.current, rows.length, page);
    if (target === null) return;
    event.preventDefault();
    active.current = target;
    virtual.scrollToIndex(target, { align: 'auto' });
    if (rows[target] === undefined) needRows(target, target);
    select(target, false, event.shiftKey && event.key.startsWith('Arrow'));
  };

  const topEntry = rows[top];
  return (
    <div className="timeline-list">
      {topEntry === undefined ? (
        <div className="day" />
      ) : (
        <DayHead at={instantOf(topEntry, by)} zone={zone} />
      )}
      <div
        ref={scroller}
        className="timeline-scroll"
        role="listbox"
        aria-label={en.timeline.list}
        aria-multiselectable
        aria-activedescendant={selectedIndex === -1 ? undefined : optionId(selectedIndex)}
        tabIndex={0}
        data-region-entrance
        onScroll={onScroll}
        onKeyDown={onKeyDown}
      >
        <div role="presentation" className="timeline-space" style={{ height }}>
          {items.map(({ index, key, start }) => {
            const entry = rows[index];
            return (
              <TimelineItem
                key={key}
                measure={virtual.measureElement}
                start={start}
                entry={entry}
                before={rows[index - 1]}
                by={by}
                zone={zone}
                id={optionId(index)}
                index={index}
                total={rows.length}
                selected={entry !== undefined && (entry.id === selected || (index >= from && index <= to))}
                fresh={entry !== undefined && entry.id === fresh}
                onSelect={select}
              />
            );
          })}
        </div>
      </div>
      {bubble && topEntry !== undefined && rows.length > items.length ? (
        <div
          className="scroll-bubble num"
          aria-hidden="true"
          style={{ top: `calc(36px + (100% - 76px) * ${Math.min(1, scrollOffset / height).toFixed(4)})` }}
        >
          {shortDay(instantOf(topEntry, by), zone)} {clockWithZone(instantOf(topEntry, by), zone, 'minute')}
        </div>
      ) : null}
      {newBelow === 0 || following ? null : (
        <Button className="new-below" icon={IconArrowDown} onClick={() => wish(rows.length - 1, 'end')}>
          {en.timeline.newBelow(count(newBelow))}
        </Button>
      )}
    </div>
  );
}
