import { type KeyboardEvent, type Ref, useEffect, useState } from 'react';
import { errorWords } from '../../format/error-words.ts';
import { count } from '../../format/number.ts';
import { selectLogRow } from '../../state/log-found-rows.ts';
import { useLogSearch } from '../../state/log-search-state.ts';
import { runLogSearch, typeQuery } from '../../state/log-search.ts';
import { usedSearch } from '../../state/saved-searches.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertTriangle, IconSearch, IconX } from '../../ui/icons.ts';
import { painted } from '../../ui/painted.ts';

/** Who stays with a search so long has used it, ms. */
const STAYED = 3000;
/** A search that takes longer says that it is under way, ms. */
const LATE = 150;

function Count() {
  const { search, asking, matched, isDone, rows, milliseconds } = useLogSearch();
  const text = en.logSearch.count;
  const [isLate, setLate] = useState(false);
  // What was counted before is no answer to what is typed now; a quick one needs no word in between.
  useEffect(() => {
    const timer = setTimeout(() => setLate(asking), asking ? LATE : 0);
    return () => clearTimeout(timer);
  }, [asking]);
  if (isLate && asking) return <span className="log-count meta num">{text.asking}</span>;
  if (search === null) return asking ? <span className="log-count meta num">{text.asking}</span> : null;
  const ms = count(Math.max(1, Math.round(milliseconds)));
  return (
    <span className="log-count meta num" role="status">
      {isDone ? text.done(count(matched), count(rows), ms) : text.going(count(matched), count(rows))}
    </span>
  );
}

function Problem() {
  const error = useLogSearch((state) => state.error);
  const search = useLogSearch((state) => state.search);
  const text = en.logSearch;
  if (error === null) return null;
  const isFaulty = error.code === 'wrong-use';
  return (
    <p className="log-problem" role="alert" id="log-problem">
      <Ic of={IconAlertTriangle} size={14} className="warn-text" />{' '}
      <b>{isFaulty ? text.failed : text.broken}</b>: {errorWords(error)} {search === null ? '' : text.kept}{' '}
      {isFaulty ? null : <ErrorCode code={error.code} />}
    </p>
  );
}

const focusResults = (): void => document.querySelector<HTMLElement>('.log-results')?.focus();

/** From the line to what it found. */
function toResults(): void {
  const { matched, at, query } = useLogSearch.getState();
  usedSearch(query);
  if (matched === 0) return;
  if (at === null) selectLogRow(0);
  focusResults();
}

/**
 * The same where the search is still under way: the next key is one of the list already, not another letter of the
 * query. Whoever went elsewhere meanwhile is left there; where nothing fits, the line is the place to go on.
 */
async function searchToResults(line: HTMLInputElement): Promise<void> {
  focusResults();
  await runLogSearch();
  await painted();
  const now = document.activeElement;
  const isHere = now === line || now === document.body || now?.classList.contains('log-results') === true;
  if (!isHere) return;
  const { matched, error } = useLogSearch.getState();
  if (matched === 0 || error !== null) line.focus();
  else toResults();
}

/** The line that searches while it is typed. */
export function QueryLine({ ref }: { readonly ref: Ref<HTMLInputElement> }) {
  const query = useLogSearch((state) => state.query);
  const isFaulty = useLogSearch((state) => state.error !== null);
  const text = en.logSearch;
  useEffect(() => {
    const timer = setTimeout(() => usedSearch(query), STAYED);
    return () => clearTimeout(timer);
  }, [query]);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      const { searched, asking, error } = useLogSearch.getState();
      if (searched === query && !asking && error === null) toResults();
      else void searchToResults(event.currentTarget);
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      toResults();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (query === '') event.currentTarget.blur();
      else typeQuery('');
    }
  };
  return (
    <div className="log-query" role="search">
      <div className="find">
        <Ic of={IconSearch} className="t3" />
        <input
          ref={ref}
          type="text"
          className="mono"
          value={query}
          aria-label={text.query}
          aria-invalid={isFaulty}
          aria-describedby={isFaulty ? 'log-problem' : undefined}
          placeholder={text.placeholder}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => typeQuery(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <Count />
        {query === '' ? null : (
          <Button
            look="quiet"
            className="small"
            icon={IconX}
            aria-label={text.clear}
            title={text.clear}
            onClick={() => typeQuery('')}
          />
        )}
      </div>
      <Problem />
    </div>
  );
}
