import { type SubmitEvent, useState } from 'react';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import type { WitnessedBy } from '../../../src-main/contract/witness.ts';
import { errorWords } from '../../format/error-words.ts';
import { useUnderstood } from '../../state/understood.ts';
import { recordWitness } from '../../state/witness.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { IconFingerprint } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';

const MEANS = ['telephone', 'in-person', 'message', 'paper'] as const;

/** Who was told the words on the screen, how, and when. */
export function RecordTold() {
  const text = en.witness;
  const [person, setPerson] = useState('');
  const [by, setBy] = useState<WitnessedBy>('telephone');
  const [at, setAt] = useState('');
  const understood = useUnderstood(at);
  const [missing, setMissing] = useState(false);
  const [error, setError] = useState<ErrorData | null>(null);
  const [saving, setSaving] = useState(false);
  const submit = async (): Promise<void> => {
    if (saving) return;
    if (person.trim() === '') {
      setMissing(true);
      return;
    }
    setSaving(true);
    const failure = await recordWitness(person, by, at);
    setSaving(false);
    setError(failure);
    if (failure !== null) return;
    setPerson('');
    setAt('');
  };
  const onSubmit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void submit();
  };
  return (
    <form className="witness-form" aria-label={text.record} onSubmit={onSubmit} noValidate>
      <TextField
        label={text.told}
        value={person}
        help={text.toldHint}
        onChange={(typed) => {
          setMissing(false);
          setPerson(typed);
        }}
        error={missing ? text.toldMissing : undefined}
      />
      <div className="row witness-how">
        <span className="label">{text.how}</span>
        <Segmented
          label={text.how}
          value={by}
          options={MEANS.map((means) => ({ value: means, label: text.means[means] }))}
          onChange={setBy}
        />
      </div>
      <TextField
        label={text.when}
        value={at}
        placeholder={text.now}
        onChange={setAt}
        help={understood.text === '' ? text.whenHint : text.understood(understood.text)}
        error={understood.error === '' ? undefined : understood.error}
      />
      {error === null ? null : (
        <Notice tone="danger" role="alert" title={text.notRecorded}>
          {errorWords(error)} <ErrorCode code={error.code} />
        </Notice>
      )}
      <div className="row">
        <Button type="submit" look="primary" icon={IconFingerprint} aria-disabled={saving}>
          {text.record}
        </Button>
      </div>
      <p className="meta">{text.proves}</p>
    </form>
  );
}
