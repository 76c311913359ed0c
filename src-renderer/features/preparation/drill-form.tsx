import { useState } from 'react';
import { dayKey } from '../../format/time.ts';
import { openPreparationForm } from '../../state/preparation.ts';
import { beginDrill } from '../../state/preparation-files.ts';
import { en } from '../../strings/en.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';

const close = (): void => openPreparationForm(null);

interface Props {
  readonly now: string;
  readonly zone: string;
}

/** A practice case: the plan is worked through as if it were one. */
export function DrillForm({ now, zone }: Props) {
  const text = en.preparation.drillForm;
  const [title, setTitle] = useState(text.proposed(dayKey(new Date(now), zone)));
  const { busy, error, submit } = useSubmit(async () => beginDrill(title.trim()), close);
  return (
    <FormDialog
      title={text.title}
      action={text.begin}
      ready={title.trim() !== ''}
      busy={busy}
      error={error}
      failed={text.failed}
      onSubmit={submit}
      onClose={close}
    >
      <p className="t2">{text.hint}</p>
      <TextField label={text.name} value={title} onChange={setTitle} required autoFocus />
    </FormDialog>
  );
}
