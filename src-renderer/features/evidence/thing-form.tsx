import { useState } from 'react';
import type { EvidenceType } from '../../../src-main/contract/evidence.ts';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import { openIntake } from '../../state/evidence.ts';
import { addThing } from '../../state/intake.ts';
import { en } from '../../strings/en.ts';
import { TextField } from '../../ui/text-field.tsx';
import { KindField } from './kind-field.tsx';
import { SaidFields } from './said-fields.tsx';
import { offsetIsWrong, saidNames, saidOf, type SaidValues } from './said-values.ts';
import { SideForm } from './side-form.tsx';
import { WhenField } from './when-field.tsx';

/** Registers something without a file: somebody holds it somewhere. */
export function ThingForm() {
  const text = en.intake;
  const [title, setTitle] = useState('');
  const [type, setType] = useState<EvidenceType>('thing');
  const [values, setValues] = useState<SaidValues>({});
  const [seal, setSeal] = useState('');
  const [at, setAt] = useState('');
  const [asked, setAsked] = useState(false);
  const [error, setError] = useState<ErrorData | null>(null);
  const [saving, setSaving] = useState(false);
  const names = saidNames(type, false);
  const heldBy = (values.heldBy ?? '').trim();
  const location = (values.location ?? '').trim();

  const submit = async (): Promise<void> => {
    setAsked(true);
    if (title.trim() === '' || heldBy === '' || location === '' || offsetIsWrong(values)) return;
    setSaving(true);
    setError(
      await addThing({
        ...saidOf(values, names),
        title: title.trim(),
        type,
        heldBy,
        location,
        ...(seal.trim() === '' ? {} : { seal: seal.trim() }),
        ...(at.trim() === '' ? {} : { at: at.trim() }),
      }),
    );
    setSaving(false);
  };
  return (
    <SideForm
      title={text.thing.title}
      submit={text.thing.submit}
      saving={saving}
      error={error}
      failedHint={text.thing.failedHint}
      onSubmit={submit}
      onClose={() => openIntake(null)}
    >
      <p className="t2">{text.thing.means}</p>
      <TextField
        label={text.name}
        value={title}
        onChange={setTitle}
        required
        autoFocus
        error={asked && title.trim() === '' ? text.nameMissing : undefined}
      />
      <KindField value={type} onChange={(chosen) => setType(chosen === '' ? 'thing' : chosen)} />
      <SaidFields
        names={names}
        values={values}
        onChange={setValues}
        required={['heldBy', 'location']}
        errors={{
          ...(asked && heldBy === '' ? { heldBy: text.heldByMissing } : {}),
          ...(asked && location === '' ? { location: text.locationMissing } : {}),
        }}
      />
      <TextField label={text.seal} value={seal} onChange={setSeal} />
      <WhenField value={at} onChange={setAt} label={text.collectedAt} />
    </SideForm>
  );
}
