import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { LogRow } from '../../../src-main/contract/log-search.ts';
import { excluded, toggled, valueTerm } from '../../format/log-query.ts';
import { dayKey } from '../../format/time.ts';
import { zoneName } from '../../format/zone.ts';
import { useShownZone } from '../../state/case.ts';
import {
  keepLogTop,
  logTop,
  logRowAt,
  needLogRows,
  selectLogRow,
  selectedRows,
  showLogRow,
} from '../../state/log-found-rows.ts';
import { useLogSearch } from '../../state/log-search-state.ts';
import { fitLogRows, setLogQuery } from '../../state/log-search.ts';
import { en } from '../../strings/en.ts';
import { classNames } from '../../ui/class-names.ts';
import { useMedia } from '../../ui/use-media.ts';
import { cellId, ResultRow } from './result-row.tsx';
import { type ResultColumn, cellValue, columnsFor } from './result-columns.ts';
import { useLongList } from './use-long-list.ts';

const ROW = 28;
const HEAD = 30;
/** Rows beyond the view that are read ahead. */
const AHEAD = 40;

/** Where a key leads; null where it is no key of the list. */
function targetOf(key: string, at: number, last: number, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return Math.min(last, at + 1);
    case 'ArrowUp':
    case 'k':
      return Math.max(0, at - 1);
    case 'PageDown':
      return Math.min(last, at + page);
    case 'PageUp':
      return Math.max(0, at - page);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

/** Searches for the value of a cell as well, or without it. */
function narrow(row: LogRow | undefined, column: ResultColumn | undefined, exclude: boolean): boolean {
  const found = row === undefined || column === undefined ? null : cellValue(row, column.id);
  if (found === null) return false;
  const term = valueTerm(found.column, found.value);
  const { query } = useLogSearch.getState();
  setLogQuery(exclude ? excluded(query, term) : toggled(query, term));
  return true;
}

function Head({ columns }: { readonly columns: readonly ResultColumn[] }) {
  return (
    <div className="log-row log-head" role="row" aria-rowindex={1}>
      {columns.map(({ id, head, isNumber }) => (
        <span key={id} role="columnheader" className={classNames('log-cell', isNumber === true && 'count')}>
          {head}
        </span>
      ))}
    </div>
  );
}

/** Columns by what the first rows have, and whether these lie on several days. */
function useColumns(zone: string) {
  const isSmall = useMedia('(max-width: 1120px)');
  const hasPane = useLogSearch((state) => state.shown !== null);
  const narrow = isSmall && hasPane;
  const first = useLogSearch((state) => state.pages.get(0));
  const from = useLogSearch((state) => state.histogram?.from ?? null);
  const to = useLogSearch((state) => state.histogram?.to ?? null);
  return useMemo(() => {
    const rows = first ?? [];
    const time = rows.find((row) => row.time !== null)?.time ?? null;
    const days = from !== null && to !== null && dayKey(new Date(from), zone) !== dayKey(new Date(to), zone);
    const at = new Date(time ?? 0);
    const columns = columnsFor(rows, zoneName(zone, at), days, narrow);
    return { columns, look: { zone, days } };
  }, [first, from, to, zone, narrow]);
}

/** What was found: millions of rows, of which those in view are drawn. */
export function Results() {
  const matched = useLogSearch((state) => state.matched);
  const pages = useLogSearch((state) => state.pages);
  const at = useLogSearch((state) => state.at);
  const anchor = useLogSearch((state) => state.anchor);
  const reveal = useLogSearch((state) => state.reveal);
  const zone = useShownZone();
  const [cell, setCell] = useState(1);
  const { columns, look } = useColumns(zone);
  const [start] = useState(logTop);
  const list = useLongList({ total: matched, row: ROW, head: HEAD, start });
  const { scroller, top, fits, view, space } = list;
  const first = Math.floor(top);
  const last = Math.min(matched - 1, Math.ceil(top + fits));

  useEffect(() => needLogRows(Math.max(0, first - AHEAD), last + AHEAD), [first, last, pages, matched]);
  useEffect(() => keepLogTop(top), [top]);
  useEffect(() => {
    // Not measured yet.
    if (fits > 0) fitLogRows(fits);
  }, [fits]);

  const show = list.reveal;
  const shown = useRef(reveal);
  useEffect(() => {
    if (reveal === null || reveal === shown.current) return;
    shown.current = reveal;
    show(reveal.index);
  }, [reveal, show]);

  const press = useCallback((index: number, pressed: number, extend: boolean): void => {
    setCell(pressed);
    selectLogRow(index, extend);
    const row = logRowAt(useLogSearch.getState().pages, index);
    if (row !== undefined && !extend) showLogRow(row.ref);
  }, []);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = at === null ? undefined : logRowAt(pages, at);
    if (event.key === '+' || event.key === '-') {
      if (narrow(row, columns[cell], event.key === '-')) event.preventDefault();
      return;
    }
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      event.preventDefault();
      setCell(Math.max(0, Math.min(columns.length - 1, cell + (event.key === 'ArrowLeft' ? -1 : 1))));
      return;
    }
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (at === null) selectLogRow(first);
      const chosen = logRowAt(pages, at ?? first);
      if (chosen !== undefined) showLogRow(chosen.ref);
      return;
    }
    // The first key goes to what is in view.
    const from = at ?? (event.key === 'ArrowDown' || event.key === 'j' ? first - 1 : first);
    const target = targetOf(event.key, from, matched - 1, Math.max(1, Math.floor(fits) - 1));
    if (target === null) return;
    event.preventDefault();
    selectLogRow(target, event.shiftKey && event.key.startsWith('Arrow'));
  };

  const [low, high] = selectedRows({ at, anchor }) ?? [-1, -2];
  const indices = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  const active =
    at === null || at < first || at > last ? undefined : cellId(at, Math.min(cell, columns.length - 1));
  return (
    <div
      ref={scroller}
      className="log-results"
      role="grid"
      aria-label={en.logSearch.list.label}
      aria-rowcount={matched + 1}
      aria-colcount={columns.length}
      aria-multiselectable
      aria-activedescendant={active}
      tabIndex={0}
      data-region-entrance
      style={{ '--log-columns': columns.map(({ width }) => width).join(' ') } as Record<string, string>}
      onScroll={list.onScroll}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ height: space }}>
        <div className="log-view" role="rowgroup" style={{ height: view }}>
          <Head columns={columns} />
          <div
            role="presentation"
            className="log-rows"
            style={{ transform: `translateY(${(-(top - first) * ROW).toFixed(1)}px)` }}
          >
            {indices.map((index) => (
              <ResultRow
                key={index}
                row={logRowAt(pages, index)}
                index={index}
                columns={columns}
                look={look}
                selected={index >= low && index <= high}
                cell={index === at ? Math.min(cell, columns.length - 1) : -1}
                onPress={press}
              />
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}
