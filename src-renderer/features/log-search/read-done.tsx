import { useState } from 'react';
import type { LogSource } from '../../../src-main/contract/log-index.ts';
import { errorWords } from '../../format/error-words.ts';
import { count } from '../../format/number.ts';
import { visibleName } from '../../format/visible.ts';
import { dismissRead, useLogIntake } from '../../state/log-intake.ts';
import { coverSource } from '../../state/log-cover.ts';
import { openSourceDialog, sourceName } from '../../state/log-sources.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useSourceSpan } from './use-source-span.ts';

/** Logs that are listed before somebody asks for all. */
const FEW = 4;

function Read({ source }: { readonly source: LogSource }) {
  const text = en.logSearch.source;
  const span = useSourceSpan();
  const problems = source.problems.reduce((sum, one) => sum + one.count, 0);
  const name = sourceName(source);
  return (
    <li>
      <b>{name}</b> {visibleName(source.title)}: {en.logSearch.done.rows(count(source.rows))}, {span(source)}
      {source.gaps.length === 0 ? '' : `, ${text.gaps(count(source.gaps.length))}`}
      {source.undated === 0 ? '' : `, ${text.undated(count(source.undated))}`}
      {source.repeats.map(({ of, rows }) => `, ${text.repeats(count(rows), visibleName(of))}`).join('')}
      {source.proof === 'changed' ? <b className="danger-text">, {text.states.changed}</b> : null}{' '}
      {problems === 0 ? null : (
        <button
          type="button"
          className="link"
          aria-label={text.showProblems(text.problemsOf(count(problems)), name)}
          onClick={() => openSourceDialog({ kind: 'problems', source })}
        >
          {text.problemsOf(count(problems))}
        </button>
      )}{' '}
      <button type="button" className="link" onClick={() => coverSource(source)}>
        {text.cover}
      </button>
    </li>
  );
}

/** What was read last, with what it covers and what was wrong with it; or why it was not. */
export function ReadDone() {
  const done = useLogIntake((state) => state.done);
  const failed = useLogIntake((state) => state.failed);
  const [all, setAll] = useState(false);
  const text = en.logSearch.done;
  if (failed !== null) {
    return (
      <Notice
        tone="danger"
        role="alert"
        className="log-notice"
        title={text.failed}
        actions={<Button onClick={dismissRead}>{en.common.dismiss}</Button>}
      >
        {errorWords(failed)} {text.failedHint} <ErrorCode code={failed.code} />
      </Notice>
    );
  }
  if (done === null) return null;
  const isChanged = done.sources.some(({ proof }) => proof === 'changed');
  const shown = all ? done.sources : done.sources.slice(0, FEW);
  return (
    <Notice
      tone={isChanged ? 'danger' : done.problems > 0 ? 'info' : 'ok'}
      role={isChanged ? 'alert' : 'status'}
      className="log-notice log-read"
      title={text.title(count(done.rows), count(done.sources.length))}
      actions={
        <Button className="small" onClick={dismissRead}>
          {en.common.dismiss}
        </Button>
      }
    >
      <ul className="notice-list num">
        {shown.map((source) => (
          <Read key={`${source.id} ${source.exhibit} ${source.member}`} source={source} />
        ))}
      </ul>
      {shown.length < done.sources.length ? (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {en.logSearch.facets.more(count(done.sources.length - shown.length))}
        </button>
      ) : null}
    </Notice>
  );
}
