import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef } from 'react';
import { useShownZone } from '../../state/case.ts';
import { selectExhibit, useEvidence } from '../../state/evidence.ts';
import { loadColumns, mark, markUpTo, sorted, useExhibitTable } from '../../state/exhibit-table.ts';
import type { RunningJob } from '../../state/jobs.ts';
import { en } from '../../strings/en.ts';
import { useMinute } from '../../ui/use-now.ts';
import { ExhibitHead } from './exhibit-head.tsx';
import { ExhibitRow } from './exhibit-row.tsx';
import { JobRow } from './job-row.tsx';

/** Height of a row until it is measured. */
const ROW = 35;

/** Room above and below the rows that are drawn. */
function Space({ height }: { readonly height: number }) {
  if (height <= 0) return null;
  return <tr aria-hidden style={{ height }} />;
}

/** Where a key leads, from a place in the table. */
function targetOf(key: string, at: number, last: number, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return Math.min(at + 1, last);
    case 'ArrowUp':
    case 'k':
      return Math.max(at - 1, 0);
    case 'PageDown':
      return Math.min(at + page, last);
    case 'PageUp':
      return Math.max(at - page, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

/** Frames in which a row that was out of sight is drawn, a busy machine included. */
const FRAMES = 30;

/** The exhibits and the jobs that make new ones. */
export function ExhibitTable({ jobs }: { readonly jobs: readonly RunningJob[] }) {
  const all = useEvidence((state) => state.exhibits);
  const selected = useEvidence((state) => state.selected);
  const sort = useExhibitTable((state) => state.sort);
  const marked = useExhibitTable((state) => state.marked);
  const columns = useExhibitTable((state) => state.columns);
  const zone = useShownZone();
  const now = useMinute();
  const scroller = useRef<HTMLDivElement>(null);
  /** The exhibit to which a key led, until it is drawn. */
  const reaching = useRef<string | null>(null);
  const exhibits = useMemo(() => sorted(all, sort), [all, sort]);
  const labels = useMemo(() => exhibits.map(({ exhibit }) => exhibit), [exhibits]);
  useEffect(() => void loadColumns(), []);

  const virtual = useVirtualizer({
    count: exhibits.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const end = items.at(-1)?.end ?? 0;

  // A pane or a notice that opens makes the list shorter: the row with the focus stays in sight.
  useEffect(() => {
    const list = scroller.current;
    if (list === null) return undefined;
    const observer = new ResizeObserver(() => {
      const own = document.activeElement;
      // Not back to the row that is being left.
      if (reaching.current !== null) return;
      if (own !== null && list.contains(own)) own.scrollIntoView({ block: 'nearest' });
    });
    observer.observe(list);
    return () => observer.disconnect();
  }, []);

  const reach = (place: number): void => {
    const label = labels[place];
    if (label === undefined) return;
    selectExhibit(label);
    virtual.scrollToIndex(place, { align: 'auto' });
    reaching.current = label;
    // A row that was out of sight is drawn a moment later, on a busy machine some frames later.
    const focus = (tries: number): void => {
      // Another key led on.
      if (reaching.current !== label) return;
      const button = scroller.current?.querySelector<HTMLElement>(`[data-exhibit="${label}"]`);
      if (button === null && tries > 0) {
        requestAnimationFrame(() => focus(tries - 1));
        return;
      }
      reaching.current = null;
      button?.focus({ preventScroll: true });
    };
    focus(FRAMES);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>): void => {
    const own = event.currentTarget.dataset['exhibit'] ?? '';
    if (event.key === ' ' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      if (event.shiftKey) markUpTo(own, labels);
      else mark(own);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? ROW) / ROW) - 2);
    const target = targetOf(event.key, labels.indexOf(own), labels.length - 1, page);
    if (target === null) return;
    event.preventDefault();
    if (event.shiftKey) {
      markUpTo(own, labels);
      markUpTo(labels[target] ?? own, labels);
    }
    reach(target);
  };
  const onRange = useCallback((exhibit: string) => markUpTo(exhibit, labels), [labels]);

  // A row that is not drawn cannot hold the focus: Tab reaches the first that is.
  const drawn = items.map(({ index }) => labels[index]);
  const entrance = selected !== null && drawn.includes(selected) ? selected : drawn[0];
  const cells = columns.filter((column) => column !== 'number');
  return (
    <div ref={scroller} className="exhibits" data-region>
      <table aria-label={en.evidence.table} aria-rowcount={exhibits.length + 1}>
        <ExhibitHead columns={columns} shown={labels} zone={zone} now={now} />
        <tbody>
          <Space height={items[0]?.start ?? 0} />
          {items.map(({ index }) => {
            const exhibit = exhibits[index];
            return exhibit === undefined ? null : (
              <ExhibitRow
                key={exhibit.exhibit}
                exhibit={exhibit}
                columns={cells}
                place={index + 2}
                selected={exhibit.exhibit === selected}
                marked={marked.has(exhibit.exhibit)}
                reachable={exhibit.exhibit === entrance}
                zone={zone}
                now={now}
                onKeyDown={onKeyDown}
                onRange={onRange}
              />
            );
          })}
          <Space height={virtual.getTotalSize() - end} />
        </tbody>
        <tbody className="exhibit-jobs">
          {jobs.map((job) => (
            <JobRow key={job.job} job={job} columns={cells.length} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
