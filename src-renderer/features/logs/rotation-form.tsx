import { useState } from 'react';
import { openLogForm, writeLog } from '../../state/logs.ts';
import { en } from '../../strings/en.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { typed } from './given.ts';

const close = (): void => openLogForm(null);

const EMPTY = { job: '', host: '', by: '', until: '', proof: '', reference: '', why: '', at: '' };

interface Props {
  readonly event: 'stopped' | 'confirmed' | 'resumed';
  /** Empty where it is not known yet. */
  readonly job: string;
}

/** A rotation of backups is stopped, confirmed by the host, or goes on again. */
export function RotationForm({ event, job }: Props) {
  const forms = en.logs.forms;
  const text = forms.rotation;
  const [given, setGiven] = useState({ ...EMPTY, job });
  const field = (name: keyof typeof EMPTY, label: string, help?: string, first = false) => (
    <TextField
      label={label}
      value={given[name]}
      onChange={(value) => setGiven({ ...given, [name]: value })}
      help={help}
      autoFocus={first}
    />
  );
  const { busy, error, submit } = useSubmit(async () => {
    const { proof } = given;
    return writeLog('log.rotation', {
      job: given.job,
      event,
      ...(proof === 'ticket' || proof === 'call' || proof === 'message' ? { proof } : {}),
      ...typed('host', given.host),
      ...typed('by', given.by),
      ...typed('until', given.until),
      ...typed('reference', given.reference),
      ...typed('why', given.why),
      ...typed('at', given.at),
    });
  }, close);
  const proven = given.proof !== '' && given.reference.trim() !== '';
  const ready =
    given.job.trim() !== '' &&
    (event === 'stopped'
      ? given.proof === '' || proven
      : event === 'confirmed'
        ? proven
        : given.why.trim() !== '');
  const proofs = Object.entries(en.logs.rotation.proofs).map(([value, label]) => ({ value, label }));
  return (
    <FormDialog
      title={text[event]}
      action={forms.save}
      ready={ready}
      busy={busy}
      error={error}
      failed={forms.failed}
      onSubmit={submit}
      onClose={close}
    >
      <div className="two-columns">
        {field('job', text.job, text.jobHint, job === '')}
        {field('host', forms.host)}
      </div>
      <div className="two-columns">
        {field('by', text.by[event], forms.byHint, job !== '')}
        {field('at', forms.at, forms.atHint)}
      </div>
      {event === 'resumed' ? (
        field('why', text.why)
      ) : (
        <>
          <div className="two-columns">
            <SelectField
              label={text.proof}
              value={given.proof}
              empty={text.noProof}
              options={proofs}
              onChange={(proof) => setGiven({ ...given, proof })}
            />
            {field('reference', text.reference)}
          </div>
          {field('until', text.until, text.untilHint)}
        </>
      )}
    </FormDialog>
  );
}
