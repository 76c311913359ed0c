import { useState } from 'react';
import { stateFact } from '../../state/course.ts';
import { askSuspicion, loadPlan, usePlan } from '../../state/plan.ts';
import { en } from '../../strings/en.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';

const close = (): void => askSuspicion(false);

function SuspicionForm() {
  const text = en.plan.deadline.startForm;
  const [at, setAt] = useState('now');
  const [grounds, setGrounds] = useState('');
  const { busy, error, submit } = useSubmit(async () => {
    const said = grounds.trim() === '' ? {} : { grounds: grounds.trim() };
    const problem = await stateFact({ name: 'suspected', value: at.trim(), ...said }, text.done);
    if (problem === null) await loadPlan();
    return problem;
  }, close);
  return (
    <FormDialog
      title={text.title}
      action={text.save}
      ready={at.trim() !== ''}
      busy={busy}
      error={error}
      failed={en.plan.failed}
      onSubmit={submit}
      onClose={close}
    >
      <p>{text.hint}</p>
      <TextField
        label={text.at}
        value={at}
        onChange={setAt}
        help={en.plan.doneForm.atHint}
        required
        autoFocus
      />
      <TextArea label={text.grounds} value={grounds} onChange={setGrounds} />
    </FormDialog>
  );
}

/** Starts the 24 hours by suspicion alone, over whichever screen asked for it. */
export function Suspicion() {
  return usePlan((state) => state.starting) ? <SuspicionForm /> : null;
}
