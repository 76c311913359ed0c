import { type SubmitEvent, useState } from 'react';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import { errorWords } from '../../format/error-words.ts';
import { count } from '../../format/number.ts';
import { checkTold, useWitness } from '../../state/witness.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { IconShieldCheck } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CameSince } from './came-since.tsx';

/** Compares what somebody kept with this record. */
export function CheckTold() {
  const text = en.witness;
  const checked = useWitness((state) => state.checked);
  const [typed, setTyped] = useState('');
  const [empty, setEmpty] = useState(false);
  const [error, setError] = useState<ErrorData | null>(null);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (typed.trim() === '') setEmpty(true);
    else void checkTold(typed).then(setError);
  };
  return (
    <section className="col" aria-labelledby="check-told">
      <h2 id="check-told">{text.check}</h2>
      <form className="witness-form" aria-label={text.check} onSubmit={submit} noValidate>
        <TextField
          label={text.checkLabel}
          value={typed}
          help={text.checkHint}
          onChange={(value) => {
            setEmpty(false);
            setTyped(value);
          }}
          error={empty ? text.checkEmpty : undefined}
        />
        <div className="row">
          <Button type="submit" icon={IconShieldCheck}>
            {text.checkButton}
          </Button>
        </div>
      </form>
      {error === null ? null : (
        <Notice tone="warn" role="alert" title={text.notUnderstood}>
          {errorWords(error)} <ErrorCode code={error.code} />
        </Notice>
      )}
      {checked === null ? null : (
        <Notice
          tone={checked.known ? 'ok' : 'danger'}
          role={checked.known ? 'status' : 'alert'}
          title={checked.known ? text.known(count(checked.position)) : text.unknown}
        >
          {checked.known ? text.knownHint(count(checked.since)) : text.unknownHint}
        </Notice>
      )}
      {checked === null ? null : <CameSince came={checked.came} since={checked.since} />}
    </section>
  );
}
