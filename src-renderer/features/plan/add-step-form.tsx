import { useState } from 'react';
import type { PlanPhase } from '../../../src-main/contract/plan.ts';
import { visibleName } from '../../format/visible.ts';
import { openPlanForm, saveNewStep } from '../../state/plan.ts';
import { en } from '../../strings/en.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';

const close = (): void => openPlanForm(null);

interface Props {
  readonly phases: readonly PlanPhase[];
  readonly shown: string;
  readonly roles: readonly { readonly id: string; readonly title: string }[];
}

/** A step that the plan did not have. */
export function AddStepForm({ phases, shown, roles }: Props) {
  const text = en.plan.addForm;
  const [phase, setPhase] = useState(shown);
  const [title, setTitle] = useState('');
  const [role, setRole] = useState('');
  const [due, setDue] = useState('');
  const { busy, error, submit } = useSubmit(
    async () =>
      saveNewStep(
        {
          phase,
          title: title.trim(),
          ...(role === '' ? {} : { role }),
          ...(due.trim() === '' ? {} : { due: due.trim() }),
        },
        en.plan.saved.added,
      ),
    close,
  );
  return (
    <FormDialog
      title={text.title}
      action={text.save}
      ready={title.trim() !== ''}
      busy={busy}
      error={error}
      failed={en.plan.failed}
      onSubmit={submit}
      onClose={close}
    >
      <TextField label={text.step} value={title} onChange={setTitle} required autoFocus />
      <div className="two-columns">
        <SelectField
          label={text.phase}
          value={phase}
          options={phases.map((one) => ({ value: one.id, label: visibleName(one.title) }))}
          onChange={setPhase}
        />
        <SelectField
          label={text.role}
          value={role}
          empty={text.nobody}
          options={roles.map((one) => ({ value: one.id, label: visibleName(one.title) }))}
          onChange={setRole}
        />
      </div>
      <TextField label={text.due} value={due} onChange={setDue} help={text.dueHint} />
    </FormDialog>
  );
}
