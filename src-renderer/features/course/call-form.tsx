import { useState } from 'react';
import { openCourseForm, recordCall } from '../../state/course.ts';
import { en } from '../../strings/en.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';

const close = (): void => openCourseForm(null);

const EMPTY = {
  person: '',
  number: '',
  direction: 'out' as 'out' | 'in',
  answer: 'yes' as 'yes' | 'no',
  duration: '',
  at: '',
  said: '',
};

/** What was typed, without what is empty; a call that nobody took has no duration. */
function requestOf({ person, number, direction, answer, duration, at, said }: typeof EMPTY) {
  const filled = (name: string, text: string) => (text.trim() === '' ? {} : { [name]: text.trim() });
  return {
    person: person.trim(),
    direction,
    answered: answer === 'yes',
    ...filled('number', number),
    ...(answer === 'yes' ? filled('duration', duration) : {}),
    ...filled('at', at),
    ...filled('said', said),
  };
}

/** Who was called, how long, and what was said; also a call that nobody took. */
export function CallForm() {
  const text = en.overview.call;
  const [call, setCall] = useState(EMPTY);
  const change = (part: Partial<typeof EMPTY>): void => setCall({ ...call, ...part });
  const { busy, error, submit } = useSubmit(async () => recordCall(requestOf(call)), close);
  return (
    <FormDialog
      title={text.title}
      action={text.action}
      ready={call.person.trim() !== ''}
      busy={busy}
      error={error}
      failed={text.failed}
      onSubmit={submit}
      onClose={close}
    >
      <div className="two-columns">
        <TextField
          label={text.person}
          value={call.person}
          onChange={(person) => change({ person })}
          required
          autoFocus
        />
        <TextField label={text.number} value={call.number} onChange={(number) => change({ number })} />
      </div>
      <div className="row">
        <Segmented
          label={text.direction}
          value={call.direction}
          options={[
            { value: 'out', label: text.out },
            { value: 'in', label: text.in },
          ]}
          onChange={(direction) => change({ direction })}
        />
        <Segmented
          label={text.answer}
          value={call.answer}
          options={[
            { value: 'yes', label: text.answered },
            { value: 'no', label: text.notAnswered },
          ]}
          onChange={(answer) => change({ answer })}
        />
      </div>
      <div className="two-columns">
        <TextField label={text.at} value={call.at} onChange={(at) => change({ at })} help={text.atHint} />
        {call.answer === 'yes' ? (
          <TextField
            label={text.duration}
            value={call.duration}
            onChange={(duration) => change({ duration })}
            help={text.durationHint}
          />
        ) : null}
      </div>
      <TextArea label={text.said} value={call.said} onChange={(said) => change({ said })} />
    </FormDialog>
  );
}
