import { useEffect, useState } from 'react';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import type { ResponseOf } from '../../../src-main/contract/index.ts';
import type { LogSource } from '../../../src-main/contract/log-index.ts';
import { ask } from '../../api/client.ts';
import { errorWords } from '../../format/error-words.ts';
import { count } from '../../format/number.ts';
import { visibleName } from '../../format/visible.ts';
import { useLogSearch } from '../../state/log-search-state.ts';
import { resetLogSearch, runLogSearch } from '../../state/log-search.ts';
import {
  correctClock,
  dropIndex,
  openSourceDialog,
  sourceName,
  useLogSources,
} from '../../state/log-sources.ts';
import { en } from '../../strings/en.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';

const close = (): void => openSourceDialog(null);

type Found = ResponseOf<'log.problems'>['problems'] | { readonly error: ErrorData };

/** What was wrong with a log: how often, and where first. */
function Problems({ source }: { readonly source: LogSource }) {
  const text = en.logSearch.source;
  const title = text.problemsTitle(sourceName(source));
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    void ask('log.problems', { source: source.id }).then((answer) =>
      setFound(answer.ok ? answer.data.problems : { error: answer.error }),
    );
  }, [source.id]);
  return (
    <Dialog title={title} onClose={close} size={760}>
      <ul className="notice-list num">
        {source.problems.map(({ kind, count: n }) => (
          <li key={kind}>
            <b>{count(n)}</b> {en.logSearch.problems[kind] ?? kind}
          </li>
        ))}
      </ul>
      <p className="meta">{text.problemsHint}</p>
      {found === null ? null : 'error' in found ? (
        <p role="alert" className="danger-text">
          {errorWords(found.error)}
        </p>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keyboard
        <div className="log-dialog-table" tabIndex={0} role="region" aria-label={title}>
          <table className="log-table num">
            <thead>
              <tr>
                <th scope="col">{text.problem.what}</th>
                <th scope="col" className="count">
                  {text.problem.line}
                </th>
                <th scope="col">{text.problem.detail}</th>
              </tr>
            </thead>
            <tbody>
              {found.map(({ kind, line, offset, detail }) => (
                <tr key={`${kind} ${line} ${offset} ${detail}`}>
                  <td>{en.logSearch.problems[kind] ?? kind}</td>
                  <td className="count">{line === 0 ? '–' : count(line)}</td>
                  <td className="mono">{visibleName(detail)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Dialog>
  );
}

/** The clock of a source was wrong: its times are shown corrected. */
function Clock({ source }: { readonly source: LogSource }) {
  const text = en.logSearch.clock;
  const [seconds, setSeconds] = useState(String(source.clockOffset));
  const typed = seconds.trim();
  const isNumber = /^[+-]?\d{1,9}$/.test(typed);
  const { busy, error, submit } = useSubmit(async () => {
    const problem = await correctClock(source.exhibit, Number(typed));
    if (problem === null && useLogSearch.getState().search !== null) void runLogSearch(true);
    return problem;
  }, close);
  return (
    <FormDialog
      title={text.title(source.exhibit)}
      action={text.action}
      ready={isNumber && Number(typed) !== source.clockOffset}
      busy={busy}
      error={error}
      failed={text.failed}
      onSubmit={submit}
      onClose={close}
    >
      <TextField
        label={text.seconds}
        value={seconds}
        onChange={setSeconds}
        help={text.hint}
        error={isNumber ? undefined : en.logSearch.intake.offsetWrong}
        required
        autoFocus
      />
    </FormDialog>
  );
}

function Drop() {
  const text = en.logSearch.source;
  const { busy, error, submit } = useSubmit(async () => {
    const problem = await dropIndex();
    if (problem === null) resetLogSearch();
    return problem;
  }, close);
  return (
    <FormDialog
      title={text.dropTitle}
      action={text.dropAction}
      danger
      ready
      busy={busy}
      error={error}
      failed={text.dropFailed}
      onSubmit={submit}
      onClose={close}
    >
      <p>{text.dropText}</p>
    </FormDialog>
  );
}

/** The dialog that is open over the sources. */
export function SourceDialogs() {
  const dialog = useLogSources((state) => state.dialog);
  switch (dialog?.kind) {
    case 'problems':
      return <Problems source={dialog.source} />;
    case 'clock':
      return <Clock source={dialog.source} />;
    case 'drop':
      return <Drop />;
    case undefined:
      return null;
  }
}
