import { useState } from 'react';
import type { CustodyAction } from '../../../src-main/contract/custody.ts';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import { visibleName } from '../../format/visible.ts';
import { en } from '../../strings/en.ts';
import { TextField } from '../../ui/text-field.tsx';
import { fieldsOf, type FormField, type FormValues, requiredOf } from './custody-fields.ts';
import { recordCustody } from './record-custody.ts';
import { SideForm } from './side-form.tsx';
import { WhenField } from './when-field.tsx';

interface Props {
  readonly exhibit: string;
  readonly event: CustodyAction;
  readonly holder: string;
  /** To whom it was handed over without a receipt so far. */
  readonly awaits: string | undefined;
}

function title(event: CustodyAction, exhibit: string): string {
  const text = en.evidence.handOver;
  return event === 'transferred'
    ? text.title(exhibit)
    : text.otherTitle(en.evidence.events.names[event] ?? event, exhibit);
}

/** The form of a custody event: who to, and whatever else is known. */
export function CustodyForm({ exhibit, event, holder, awaits }: Props) {
  const text = en.evidence.handOver;
  const fields = fieldsOf(event);
  const [values, setValues] = useState<FormValues>({
    from: fields.includes('from') ? holder : '',
    ...(event === 'acknowledged' && awaits !== undefined ? { to: awaits } : {}),
  });
  const [missing, setMissing] = useState(false);
  const [error, setError] = useState<ErrorData | null>(null);
  const [saving, setSaving] = useState(false);
  const required = requiredOf(event);

  const set = (field: FormField, value: string): void => {
    if (field === required) setMissing(false);
    setValues((before) => ({ ...before, [field]: value }));
  };
  const submit = async (): Promise<void> => {
    if (required !== null && (values[required] ?? '').trim() === '') {
      setMissing(true);
      return;
    }
    setSaving(true);
    setError(await recordCustody(exhibit, event, values));
    setSaving(false);
  };
  const preview =
    event === 'transferred' && (values.to ?? '') !== ''
      ? text.sentence(
          visibleName(values.from ?? ''),
          visibleName(values.to ?? ''),
          exhibit,
          values.at ?? text.now,
        )
      : '';
  return (
    <SideForm
      title={title(event, exhibit)}
      submit={text.record}
      saving={saving}
      error={error}
      failedHint={text.failedHint}
      onSubmit={submit}
      preview={preview}
    >
      {fields.map((field, at) =>
        field === 'at' ? (
          <WhenField key={field} value={values.at ?? ''} onChange={(value) => set('at', value)} />
        ) : (
          <TextField
            key={field}
            label={event === 'acknowledged' && field === 'to' ? text.receivedBy : text[field]}
            value={values[field] ?? ''}
            onChange={(value) => set(field, value)}
            required={field === required}
            autoFocus={at === 0}
            error={field === required && missing ? text.missing[field === 'to' ? 'to' : 'method'] : undefined}
          />
        ),
      )}
      {error?.code === 'custody-impossible' ? (
        <TextField
          label={text.despite}
          help={text.despiteHint}
          value={values.despite ?? ''}
          onChange={(value) => set('despite', value)}
        />
      ) : null}
    </SideForm>
  );
}
