import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Chromium draws no element that is much higher, px. */
const HIGHEST = 12_000_000;

interface Options {
  readonly total: number;
  /** Height of every row, px. */
  readonly row: number;
  /** Height of what stands above the rows and stays there, px. */
  readonly head: number;
  /** Where the list stands at first, in rows. */
  readonly start: number;
}

interface LongList {
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** The first row in view, with the part of it that is above. */
  readonly top: number;
  /** Rows that fit, the last one perhaps in part. */
  readonly fits: number;
  /** Height of the view, and of all that can be scrolled, px. */
  readonly view: number;
  readonly space: number;
  readonly onScroll: () => void;
  /** Brings a row into view, moving no more than needed. */
  readonly reveal: (index: number) => void;
}

/**
 * A list of rows of one height that may be millions: more than an element can be high. What is scrolled is a place among
 * the rows; the scroll bar shows it to scale, and where a pixel of the bar stands for several rows, the wheel still moves
 * by rows. (`@tanstack/react-virtual` places rows by pixels of one element.)
 */
export function useLongList({ total, row, head, start }: Options): LongList {
  const scroller = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(start);
  const [view, setView] = useState(0);
  const place = useRef(start);
  /** Where we put the scroll bar ourselves: hearing of it is no news. */
  const own = useRef(-1);
  const height = Math.max(0, view - head);
  const last = Math.max(0, total - height / row);
  const space = head + Math.min(HIGHEST, total * row);
  const isScaled = total * row > HIGHEST;

  const go = useCallback((next: number): void => {
    place.current = next;
    setTop(next);
  }, []);

  const moveTo = useCallback(
    (wanted: number): void => {
      const element = scroller.current;
      if (element === null) return;
      const next = Math.max(0, Math.min(last, wanted));
      const scrollable = space - view;
      element.scrollTop = isScaled ? (last === 0 ? 0 : (next / last) * scrollable) : next * row;
      own.current = element.scrollTop;
      go(next);
    },
    [go, isScaled, last, row, space, view],
  );

  const onScroll = (): void => {
    const at = scroller.current?.scrollTop ?? 0;
    if (Math.abs(at - own.current) < 1) return;
    own.current = -1;
    const scrollable = space - view;
    go(isScaled ? Math.min(last, (at / Math.max(1, scrollable)) * last) : at / row);
  };

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const measure = (): void => setView(element.clientHeight);
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    return () => sizes.disconnect();
  }, []);

  // The list is shorter, or the view is measured for the first time: the place stays as far as it can.
  useLayoutEffect(() => {
    if (view > 0) moveTo(place.current);
  }, [moveTo, view]);

  useEffect(() => {
    const element = scroller.current;
    if (element === null || !isScaled) return;
    const onWheel = (event: WheelEvent): void => {
      if (event.ctrlKey || event.deltaY === 0) return;
      event.preventDefault();
      const pixels = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * row;
      moveTo(place.current + pixels / row);
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [isScaled, moveTo, row]);

  const fits = height / row;
  const reveal = useCallback(
    (index: number): void => {
      if (index < place.current) moveTo(index);
      else if (index > place.current + fits - 1) moveTo(index - fits + 1);
    },
    [fits, moveTo],
  );
  return { scroller, top, fits, view, space, onScroll, reveal };
}
