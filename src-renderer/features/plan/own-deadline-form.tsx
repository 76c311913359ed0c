import { useState } from 'react';
import type { DeadlineView } from '../../../src-main/contract/plan.ts';
import { ownId } from '../../format/own-id.ts';
import { visibleName } from '../../format/visible.ts';
import { askOwn, saveDeadline, usePlan } from '../../state/plan.ts';
import { en } from '../../strings/en.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { WhyDialog } from '../../ui/why-dialog.tsx';

const close = (): void => askOwn(null);

function SetForm() {
  const text = en.plan.deadline.setForm;
  const deadlines = usePlan((state) => state.deadlines);
  const [title, setTitle] = useState('');
  const [due, setDue] = useState('');
  const { busy, error, submit } = useSubmit(async () => {
    const deadline = ownId(title, new Set(deadlines.map(({ id }) => id)));
    return saveDeadline({ deadline, title: title.trim(), due: due.trim() }, text.done);
  }, close);
  return (
    <FormDialog
      title={text.title}
      action={text.save}
      ready={title.trim() !== '' && due.trim() !== ''}
      busy={busy}
      error={error}
      failed={en.plan.failed}
      onSubmit={submit}
      onClose={close}
    >
      <TextField label={text.what} value={title} onChange={setTitle} required autoFocus />
      <TextField label={text.due} value={due} onChange={setDue} help={en.plan.addForm.dueHint} required />
    </FormDialog>
  );
}

/** It is met: when, and why where that was late. The engine refuses a late one without a reason. */
function MetForm({ deadline }: { readonly deadline: DeadlineView }) {
  const text = en.plan.deadline.metForm;
  const [at, setAt] = useState('');
  const [why, setWhy] = useState('');
  const late = deadline.state === 'overdue';
  const { busy, error, submit } = useSubmit(
    async () =>
      saveDeadline(
        {
          deadline: deadline.id,
          state: 'met',
          ...(at.trim() === '' ? {} : { at: at.trim() }),
          ...(why.trim() === '' ? {} : { why: why.trim() }),
        },
        text.done,
      ),
    close,
  );
  return (
    <FormDialog
      title={text.title}
      action={text.save}
      ready={!late || why.trim() !== '' || at.trim() !== ''}
      busy={busy}
      error={error}
      failed={en.plan.failed}
      onSubmit={submit}
      onClose={close}
    >
      <p className="b">{visibleName(deadline.title)}</p>
      <TextField label={text.at} value={at} onChange={setAt} help={en.plan.doneForm.atHint} autoFocus />
      <TextField label={text.why} value={why} onChange={setWhy} help={text.whyHint} />
    </FormDialog>
  );
}

/** Deadlines of one's own, over whichever screen asked for it. */
export function OwnDeadlineForms() {
  const owning = usePlan((state) => state.owning);
  const text = en.plan.deadline.voidForm;
  if (owning === null) return null;
  if (owning.kind === 'set') return <SetForm />;
  const { deadline } = owning;
  if (owning.kind === 'met') return <MetForm deadline={deadline} />;
  return (
    <WhyDialog
      title={text.title}
      action={text.save}
      failed={en.plan.failed}
      why={text.why}
      whyExample=""
      work={async (why) => saveDeadline({ deadline: deadline.id, state: 'void', why }, text.done)}
      onClose={close}
    >
      <p className="b">{visibleName(deadline.title)}</p>
    </WhyDialog>
  );
}
