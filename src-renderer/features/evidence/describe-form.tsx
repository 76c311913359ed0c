import { useState } from 'react';
import type { Exhibit } from '../../../src-main/contract/evidence.ts';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import { describeExhibit } from '../../state/intake.ts';
import { en } from '../../strings/en.ts';
import { TextField } from '../../ui/text-field.tsx';
import { coversText, missingText } from './exhibit-words.ts';
import { KindField } from './kind-field.tsx';
import { SaidFields } from './said-fields.tsx';
import { changedValues, namesOf, offsetIsWrong, saidOf, type SaidValues, valuesOf } from './said-values.ts';
import { SideForm } from './side-form.tsx';

interface Props {
  readonly exhibit: Exhibit;
  readonly zone: string;
}

/** Says later what was not known at once, or says it anew. Only what differs is recorded. */
export function DescribeForm({ exhibit, zone }: Props) {
  const text = en.intake.describe;
  const before = valuesOf(exhibit);
  const [title, setTitle] = useState(exhibit.title);
  const [type, setType] = useState(exhibit.type);
  const [values, setValues] = useState<SaidValues>(before);
  const [reason, setReason] = useState('');
  const [nothing, setNothing] = useState(false);
  const [error, setError] = useState<ErrorData | null>(null);
  const [saving, setSaving] = useState(false);

  const names = namesOf({ ...exhibit, type });
  const changed = saidOf(changedValues(before, values), names);
  const said = {
    ...changed,
    ...(title.trim() === '' || title.trim() === exhibit.title ? {} : { title: title.trim() }),
    ...(type === exhibit.type ? {} : { type }),
  };
  const anew =
    'title' in said ||
    'type' in said ||
    Object.keys(changed).some((name) => (name === 'covers' ? exhibit.covers !== undefined : name in before));

  const submit = async (): Promise<void> => {
    if (offsetIsWrong(values)) return;
    setNothing(Object.keys(said).length === 0);
    if (Object.keys(said).length === 0) return;
    setSaving(true);
    setError(
      await describeExhibit({
        exhibit: exhibit.exhibit,
        ...said,
        ...(anew && reason.trim() !== '' ? { reason: reason.trim() } : {}),
      }),
    );
    setSaving(false);
  };
  return (
    <SideForm
      title={text.title(exhibit.exhibit)}
      submit={text.submit}
      saving={saving}
      error={error}
      failedHint={text.failedHint}
      onSubmit={submit}
      preview={nothing ? text.nothing : ''}
    >
      {exhibit.missing.length === 0 ? null : <p className="warn-text">{missingText(exhibit.missing)}</p>}
      <p className="t2">{text.means}</p>
      <TextField label={en.intake.name} value={title} onChange={setTitle} />
      <KindField value={type} onChange={(chosen) => setType(chosen === '' ? exhibit.type : chosen)} />
      <SaidFields
        names={names}
        values={values}
        onChange={setValues}
        coversNow={exhibit.covers === undefined ? undefined : coversText(exhibit.covers, zone)}
      />
      {anew ? <TextField label={text.reason} value={reason} onChange={setReason} /> : null}
    </SideForm>
  );
}
