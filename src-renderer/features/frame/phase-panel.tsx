import { type SubmitEvent, useState } from 'react';
import { phases } from '../../../src-main/domain/phase.ts';
import { errorWords } from '../../format/error-words.ts';
import { enterPhase } from '../../state/course.ts';
import { askGate, gateBefore, usePlan } from '../../state/plan.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';

interface Props {
  /** The phase that stands; empty where several do. */
  readonly current: string;
  /** Names of the phases that stand beside each other, or null. */
  readonly conflict: string | null;
  readonly onClose: () => void;
}

/** Enters another phase, with the reason. */
export function PhasePanel({ current, conflict, onClose }: Props) {
  const text = en.facts.phase;
  const at = phases.findIndex((name) => name === current);
  // Usually it goes on by one; of phases in conflict nothing is chosen for the person.
  const next = at === -1 ? '' : (phases[at + 1] ?? '');
  const [chosen, setChosen] = useState<string>(next);
  const [why, setWhy] = useState('');
  const name = en.caseFrame.phases[chosen] ?? '';
  const ready = chosen !== '' && chosen !== current;
  const { busy, error, submit } = useSubmit(async () => enterPhase(chosen, why, text.done(name)), onClose);
  const onSubmit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!ready) return;
    if (gateBefore(usePlan.getState(), chosen).length === 0) submit();
    else {
      onClose();
      askGate({ phase: chosen, why });
    }
  };
  return (
    <form className="form-dialog" onSubmit={onSubmit} aria-label={text.change} noValidate>
      {conflict === null ? null : <Notice tone="warn" title={text.conflict(conflict)} />}
      <fieldset className="pick">
        <legend className="label">{text.change}</legend>
        {phases.map((phase) => (
          <label key={phase} className="pick-row">
            <input type="radio" name="phase" checked={phase === chosen} onChange={() => setChosen(phase)} />
            {en.caseFrame.phases[phase] ?? phase}
            {phase === current ? <span className="meta right">{text.current}</span> : null}
          </label>
        ))}
      </fieldset>
      <TextField label={text.why} value={why} onChange={setWhy} help={text.whyHint} />
      {error === null ? null : (
        <Notice tone="danger" role="alert" title={text.failed}>
          {errorWords(error)} <ErrorCode code={error.code} />
        </Notice>
      )}
      <div className="row">
        <Button type="submit" look="primary" aria-disabled={!ready || busy}>
          {ready ? text.enter(name) : text.action}
        </Button>
        <Button look="quiet" keys={['Esc']} onClick={onClose}>
          {en.common.cancel}
        </Button>
      </div>
    </form>
  );
}
