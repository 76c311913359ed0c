import { type KeyboardEvent, type SubmitEvent, useState } from 'react';
import type { CustodyAction } from '../../../src-main/contract/custody.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { openForm } from '../../state/evidence.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { IconX } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { fieldsOf, type FormField, type FormValues } from './custody-fields.ts';
import { recordCustody } from './record-custody.ts';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import { WhenField } from './when-field.tsx';

interface Props {
  readonly exhibit: string;
  readonly event: CustodyAction;
  readonly holder: string;
}

function title(event: CustodyAction, exhibit: string): string {
  const text = en.evidence.handOver;
  return event === 'transferred'
    ? text.title(exhibit)
    : text.otherTitle(en.evidence.events.names[event] ?? event, exhibit);
}

/** The form of a custody event, beside the line of hands: who to, and whatever else is known. */
export function CustodyForm({ exhibit, event, holder }: Props) {
  const text = en.evidence.handOver;
  const fields = fieldsOf(event);
  const [values, setValues] = useState<FormValues>({ from: fields.includes('from') ? holder : '' });
  const [missing, setMissing] = useState(false);
  const [error, setError] = useState<ErrorData | null>(null);
  const [saving, setSaving] = useState(false);
  const needsTo = event === 'transferred';

  const set = (field: FormField, value: string): void => {
    if (field === 'to') setMissing(false);
    setValues((before) => ({ ...before, [field]: value }));
  };
  const submit = async (): Promise<void> => {
    if (saving) return;
    if (needsTo && (values.to ?? '').trim() === '') {
      setMissing(true);
      return;
    }
    setSaving(true);
    setError(await recordCustody(exhibit, event, values));
    setSaving(false);
  };
  const onSubmit = (submitted: SubmitEvent<HTMLFormElement>): void => {
    submitted.preventDefault();
    void submit();
  };
  const onKeyDown = (pressed: KeyboardEvent<HTMLFormElement>): void => {
    if (pressed.key !== 'Escape') return;
    pressed.preventDefault();
    openForm(null);
  };
  const preview =
    needsTo && (values.to ?? '') !== ''
      ? text.sentence(
          visibleName(values.from ?? ''),
          visibleName(values.to ?? ''),
          exhibit,
          values.at ?? text.now,
        )
      : '';
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc closes the pane from any field
    <form
      className="custody-form"
      data-region
      aria-label={title(event, exhibit)}
      onSubmit={onSubmit}
      onKeyDown={onKeyDown}
      noValidate
    >
      <div className="row">
        <h3>{title(event, exhibit)}</h3>
        <Button
          look="quiet"
          className="right"
          icon={IconX}
          aria-label={en.common.closeEsc}
          onClick={() => openForm(null)}
        />
      </div>
      {fields.map((field, at) =>
        field === 'at' ? (
          <WhenField key={field} value={values.at ?? ''} onChange={(value) => set('at', value)} />
        ) : (
          <TextField
            key={field}
            label={text[field]}
            value={values[field] ?? ''}
            onChange={(value) => set(field, value)}
            required={field === 'to' && needsTo}
            autoFocus={at === 0}
            error={field === 'to' && missing ? text.toMissing : undefined}
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
      {error === null ? null : (
        <Notice tone="danger" role="alert" title={text.failed}>
          {visibleText(error.message)} {text.failedHint} <ErrorCode code={error.code} />
        </Notice>
      )}
      {preview === '' ? null : (
        <p className="t2" role="status">
          {preview}
        </p>
      )}
      <div className="row">
        <Button type="submit" look="primary" keys={['Enter']} aria-disabled={saving}>
          {text.record}
        </Button>
        <Button look="quiet" keys={['Esc']} onClick={() => openForm(null)}>
          {en.common.cancel}
        </Button>
      </div>
    </form>
  );
}
