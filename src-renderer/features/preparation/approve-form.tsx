import { useState } from 'react';
import { openPreparationForm, writePreparation } from '../../state/preparation.ts';
import { en } from '../../strings/en.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';

const close = (): void => openPreparationForm(null);

/** A person approves the plan that was saved last. */
export function ApproveForm({ version }: { readonly version: number }) {
  const text = en.preparation.plan;
  const [by, setBy] = useState('');
  const [at, setAt] = useState('now');
  const [note, setNote] = useState('');
  const { busy, error, submit } = useSubmit(
    async () =>
      writePreparation(
        'preparation.approve',
        {
          by,
          ...(at.trim() === '' ? {} : { at }),
          ...(note.trim() === '' ? {} : { note }),
        },
        en.preparation.saved.approved,
      ),
    close,
  );
  return (
    <FormDialog
      title={text.approveTitle(version)}
      action={text.approveAction}
      ready={by.trim() !== ''}
      busy={busy}
      error={error}
      failed={en.preparation.failed}
      onSubmit={submit}
      onClose={close}
    >
      <p className="t2">{text.approveHint}</p>
      <TextField label={text.approveBy} value={by} onChange={setBy} required autoFocus />
      <TextField label={text.approveAt} value={at} onChange={setAt} help={en.preparation.defences.atHint} />
      <TextField label={text.approveNote} value={note} onChange={setNote} />
    </FormDialog>
  );
}
