import type { SubmitEvent } from 'react';
import { errorWords } from '../../format/error-words.ts';
import { count } from '../../format/number.ts';
import { isAnswered } from '../../state/log-choice.ts';
import { chooseLogs, closeLogIntake, startReading, useLogIntake } from '../../state/log-intake.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { Notice } from '../../ui/notice.tsx';
import { IntakeRow } from './intake-row.tsx';
import './log-intake.css';

function Table() {
  const text = en.logSearch.intake;
  const choices = useLogIntake((state) => state.choices ?? []);
  if (choices.length === 0) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keyboard
    <div className="intake-table" tabIndex={0} role="region" aria-label={text.table}>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr">{text.take('')}</span>
            </th>
            <th scope="col">{text.file}</th>
            <th scope="col">{text.as}</th>
            <th scope="col">{text.zone}</th>
            <th scope="col">{text.offset}</th>
          </tr>
        </thead>
        {choices.map((choice) => (
          <IntakeRow key={choice.key} choice={choice} />
        ))}
      </table>
    </div>
  );
}

/** Files before they are read: what each was recognised as, and what its format does not say. */
export function LogIntake() {
  const { choices, looking, error } = useLogIntake();
  const text = en.logSearch.intake;
  if (choices === null) return null;
  const chosen = choices.filter(({ take }) => take);
  const isReady = chosen.length > 0 && chosen.every(isAnswered) && !looking;
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (isReady) void startReading();
  };
  return (
    <Dialog title={text.title} onClose={closeLogIntake} size={940}>
      <form className="log-intake" onSubmit={submit} noValidate aria-label={text.title}>
        <p className="t2">{text.hint}</p>
        {error === null ? null : (
          <Notice tone="danger" role="alert" title={text.failed}>
            {errorWords(error)} <ErrorCode code={error.code} />
          </Notice>
        )}
        <Table />
        <p className="t2" role="status">
          {looking ? text.looking : ''}
        </p>
        <div className="row">
          <Button type="submit" look="primary" aria-disabled={!isReady}>
            {chosen.length === 0
              ? text.none
              : chosen.every(isAnswered)
                ? text.start(count(chosen.length))
                : text.open}
          </Button>
          <Button onClick={() => void chooseLogs()}>{text.more}</Button>
          <Button look="quiet" keys={['Esc']} onClick={closeLogIntake}>
            {en.common.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
