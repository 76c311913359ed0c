import { useState } from 'react';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import { ask } from '../../api/client.ts';
import { sayDone } from '../../state/done.ts';
import { loadExhibits, openForm } from '../../state/evidence.ts';
import { addEntry } from '../../state/timeline.ts';
import { en } from '../../strings/en.ts';
import { TextField } from '../../ui/text-field.tsx';
import { SideForm } from './side-form.tsx';

/** Puts an exhibit on hold or takes it off, with a reason. */
export function HoldForm({ exhibit, on }: { readonly exhibit: string; readonly on: boolean }) {
  const text = en.evidence.hold;
  const [why, setWhy] = useState('');
  const [missing, setMissing] = useState(false);
  const [error, setError] = useState<ErrorData | null>(null);
  const [saving, setSaving] = useState(false);

  const submit = async (): Promise<void> => {
    if (why.trim() === '') {
      setMissing(true);
      return;
    }
    setSaving(true);
    const answer = await ask('evidence.hold', { exhibit, on, why: why.trim() });
    setSaving(false);
    if (!answer.ok) {
      setError(answer.error);
      return;
    }
    addEntry(answer.data.entry);
    openForm(null);
    sayDone(on ? text.doneOn(exhibit) : text.doneOff(exhibit));
    await loadExhibits();
  };
  return (
    <SideForm
      title={on ? text.titleOn(exhibit) : text.titleOff(exhibit)}
      submit={on ? text.putOn : text.takeOff}
      saving={saving}
      error={error}
      failedHint={text.failedHint}
      onSubmit={submit}
    >
      <p className="t2">{on ? text.meansOn : text.meansOff}</p>
      <TextField
        label={text.why}
        value={why}
        onChange={(value) => {
          setMissing(false);
          setWhy(value);
        }}
        required
        autoFocus
        error={missing ? text.whyMissing : undefined}
      />
    </SideForm>
  );
}
