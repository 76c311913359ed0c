import { type RefObject, useEffect, useRef } from 'react';
import { visibleName } from '../../format/visible.ts';
import { useCase } from '../../state/case.ts';
import { chooseLogs } from '../../state/log-intake.ts';
import { judge, useLogFindings } from '../../state/log-findings.ts';
import { pinSelected, pinWithRemark } from '../../state/log-pin.ts';
import { showLogRow, logRowAt } from '../../state/log-found-rows.ts';
import { useLogSearch } from '../../state/log-search-state.ts';
import { runLogSearch, setLogQuery, setLogSpan } from '../../state/log-search.ts';
import { showLogTab, useLogSources } from '../../state/log-sources.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { IconFileSearch, IconPlus, IconSearch } from '../../ui/icons.ts';
import { useKeys } from '../../ui/keyboard.ts';
import { ExportRows, ExportRowsDone } from './export-rows.tsx';
import { Facets } from './facets.tsx';
import { FindingBanner } from './finding-banner.tsx';
import { LogHistogram } from './log-histogram.tsx';
import { PinNotice, PinRemark } from './pin-notice.tsx';
import { QueryLine } from './query-line.tsx';
import { ReadDone } from './read-done.tsx';
import { Results } from './results.tsx';
import { RowPane } from './row-pane.tsx';
import { SavedSearches } from './saved-searches.tsx';
import { SearchHelp } from './search-help.tsx';
import './css/index.ts';

/** Opens the pane where it is closed, and goes to what happened around its line. */
function toNeighbours(): false | undefined {
  const { shown, at, pages } = useLogSearch.getState();
  const row = at === null ? undefined : logRowAt(pages, at);
  if (shown === null && row === undefined) return false;
  if (shown === null && row !== undefined) showLogRow(row.ref);
  const focus = (tries: number): void => {
    const around = document.querySelector<HTMLElement>('.log-around');
    if (around !== null) {
      around.scrollIntoView({ block: 'start' });
      around.querySelector<HTMLElement>('input:checked')?.focus();
    } else if (tries > 0) setTimeout(() => focus(tries - 1), 50);
  };
  focus(20);
  return undefined;
}

function useSearchKeys(line: RefObject<HTMLInputElement | null>, writable: boolean): void {
  const toLine = (): void => {
    line.current?.focus();
    line.current?.select();
  };
  const hasRow = (): boolean => {
    const { at, shown } = useLogSearch.getState();
    return at !== null || shown !== null;
  };
  useKeys({
    '/': toLine,
    'mod+f': toLine,
    p: () => (writable && hasRow() ? void pinSelected() : false),
    'shift+p': () => (writable && hasRow() ? void pinWithRemark() : false),
    n: toNeighbours,
    d: () => {
      const { shown } = useLogFindings.getState();
      return writable && shown !== null ? judge(shown) : false;
    },
    escape: () => {
      const { shown, span } = useLogSearch.getState();
      if (shown !== null) showLogRow(null);
      else if (span !== null) setLogSpan(null);
      else return false;
      return undefined;
    },
  });
}

/** Nothing fits: what was asked for, and how to ask for less. */
function Nothing() {
  const text = en.logSearch.empty;
  const query = useLogSearch((state) => state.searched);
  const span = useLogSearch((state) => state.span);
  const shown = query === '' ? en.logSearch.saved.everything : visibleName(query);
  return (
    <div className="log-nothing">
      <Empty
        icon={IconSearch}
        title={text.nothing}
        hint={span === null ? text.nothingHint(shown) : text.nothingInSpan(shown)}
      >
        {query === '' ? null : <Button onClick={() => setLogQuery('')}>{text.dropQuery}</Button>}
        {span === null ? null : <Button onClick={() => setLogSpan(null)}>{text.dropSpan}</Button>}
      </Empty>
    </div>
  );
}

function Found() {
  const search = useLogSearch((state) => state.search);
  const isNone = useLogSearch((state) => state.matched === 0 && state.isDone);
  if (search === null) return <div className="log-results" aria-hidden="true" />;
  return isNone ? <Nothing /> : <Results />;
}

/** There is no index: nothing was read yet, or it was on another laptop. */
function NoIndex({ writable }: { readonly writable: boolean }) {
  const text = en.logSearch.empty;
  const known = useLogSources((state) => (state.sources ?? []).length > 0);
  return (
    <div className="body">
      <div className="grow">
        <ReadDone />
        {known ? (
          <Empty icon={IconFileSearch} title={text.missing} hint={text.missingHint}>
            <Button look="primary" onClick={() => showLogTab('sources')}>
              {text.toSources}
            </Button>
          </Empty>
        ) : (
          <Empty icon={IconFileSearch} title={text.title} hint={text.hint}>
            {writable ? (
              <Button look="primary" icon={IconPlus} onClick={() => void chooseLogs()}>
                {en.logSearch.add}
              </Button>
            ) : (
              <span className="t2">{en.logSearch.readOnly}</span>
            )}
          </Empty>
        )}
      </div>
    </div>
  );
}

function Searching({ writable }: { readonly writable: boolean }) {
  const line = useRef<HTMLInputElement>(null);
  const shown = useLogSearch((state) => state.shown);
  useSearchKeys(line, writable);
  useEffect(() => {
    if (useLogSearch.getState().search === null) void runLogSearch();
  }, []);
  return (
    <>
      <div className="tools log-tools">
        <QueryLine ref={line} />
        <SearchHelp />
        <SavedSearches />
        <ExportRows />
      </div>
      <LogHistogram />
      <div className="body log-body">
        <Facets />
        <div className="log-column">
          <ReadDone />
          <FindingBanner />
          <PinNotice />
          <ExportRowsDone />
          <Found />
        </div>
        {shown === null ? null : <RowPane key={shown} id={shown} />}
      </div>
      <PinRemark />
    </>
  );
}

/** What did the servers see? */
export function LogSearch() {
  const rows = useLogSources((state) => state.rows);
  const writable = useCase(({ info }) => info !== null && !info.readOnly && !info.sealed);
  return rows === 0 ? <NoIndex writable={writable} /> : <Searching writable={writable} />;
}
