import { useState } from 'react';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import type { Exhibit } from '../../../src-main/contract/evidence.ts';
import { ask } from '../../api/client.ts';
import { size } from '../../format/number.ts';
import { visibleName } from '../../format/visible.ts';
import { sayDone } from '../../state/done.ts';
import { loadExhibits, openForm, sayLeftOver } from '../../state/evidence.ts';
import { addEntry } from '../../state/timeline.ts';
import { en } from '../../strings/en.ts';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { SideForm } from './side-form.tsx';

type Missing = 'method' | 'confirm' | null;

/** Removes the stored bytes of an exhibit for good. Its number has to be typed: this cannot be taken back. */
export function ReleaseForm({ exhibit }: { readonly exhibit: Exhibit }) {
  const text = en.evidence.release;
  const number = exhibit.exhibit;
  const [method, setMethod] = useState('');
  const [typed, setTyped] = useState('');
  const [missing, setMissing] = useState<Missing>(null);
  const [error, setError] = useState<ErrorData | null>(null);
  const [saving, setSaving] = useState(false);

  const submit = async (): Promise<void> => {
    const lacks = method.trim() === '' ? 'method' : typed.trim().toUpperCase() === number ? null : 'confirm';
    setMissing(lacks);
    if (lacks !== null) return;
    setSaving(true);
    const answer = await ask('evidence.release', { exhibit: number, method: method.trim() });
    setSaving(false);
    if (!answer.ok) {
      setError(answer.error);
      return;
    }
    addEntry(answer.data.entry);
    openForm(null);
    sayDone(text.done(number, size(answer.data.freed)));
    if (answer.data.leftOver !== null) sayLeftOver(visibleName(answer.data.leftOver));
    await loadExhibits();
  };
  return (
    <SideForm
      title={text.title(number)}
      submit={text.submit}
      dangerous
      saving={saving}
      error={error}
      failedHint={text.failedHint}
      onSubmit={submit}
    >
      <Notice tone="danger" title={text.warning(exhibit.size === null ? '' : size(exhibit.size))}>
        {text.stays}
      </Notice>
      <TextField
        label={text.method}
        value={method}
        onChange={setMethod}
        required
        autoFocus
        error={missing === 'method' ? text.methodMissing : undefined}
      />
      <TextField
        label={text.confirm(number)}
        value={typed}
        onChange={setTyped}
        required
        error={missing === 'confirm' ? text.confirmMissing(number) : undefined}
      />
    </SideForm>
  );
}
