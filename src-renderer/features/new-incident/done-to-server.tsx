import { en } from '../../strings/en.ts';
import { TextField } from '../../ui/text-field.tsx';
import type { Done, Intake } from './use-intake.ts';

const ANSWERS: readonly Done[] = ['nothing', 'yes', 'unknown'];

/** Whether anything was done to the server since: the first thing that an investigator asks. */
export function DoneToServer({ intake }: { readonly intake: Intake }) {
  const { known, change } = intake;
  const text = en.start.create.done;
  return (
    <fieldset className="new-done">
      <legend className="label">{text.legend}</legend>
      <div className="row">
        {ANSWERS.map((answer) => (
          <label key={answer}>
            <input
              type="radio"
              name="done"
              checked={known.done === answer}
              onChange={() => change({ done: answer })}
            />
            {text[answer]}
          </label>
        ))}
      </div>
      {known.done === 'yes' ? (
        <TextField
          label={text.what}
          value={known.doneWhat}
          onChange={(doneWhat) => change({ doneWhat })}
          autoFocus
        />
      ) : null}
    </fieldset>
  );
}
