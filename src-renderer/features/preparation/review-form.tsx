import { useState } from 'react';
import { openPreparationForm, writePreparation } from '../../state/preparation.ts';
import { en } from '../../strings/en.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';

const close = (): void => openPreparationForm(null);

/** Logs were read by hand: which, from when to when, and what was found or nothing. */
export function ReviewForm() {
  const text = en.preparation.reviews;
  const [given, setGiven] = useState({ source: '', from: '', to: '', found: '', by: '' });
  const change = (part: Partial<typeof given>): void => setGiven({ ...given, ...part });
  const { busy, error, submit } = useSubmit(async () => {
    const { source, from, to, found, by } = given;
    return writePreparation(
      'preparation.record-log-review',
      {
        source,
        from,
        to,
        ...(found.trim() === '' ? {} : { found }),
        ...(by.trim() === '' ? {} : { by }),
      },
      en.preparation.saved.review,
    );
  }, close);
  return (
    <FormDialog
      title={text.form}
      action={text.record}
      ready={[given.source, given.from, given.to].every((part) => part.trim() !== '')}
      busy={busy}
      error={error}
      failed={en.preparation.failed}
      onSubmit={submit}
      onClose={close}
    >
      <TextField
        label={text.source}
        value={given.source}
        onChange={(source) => change({ source })}
        placeholder={text.sourceExample}
        required
        autoFocus
      />
      <div className="two-columns">
        <TextField label={text.from} value={given.from} onChange={(from) => change({ from })} required />
        <TextField label={text.to} value={given.to} onChange={(to) => change({ to })} required />
      </div>
      <p className="meta">{text.spanHint}</p>
      <TextArea
        label={text.found}
        value={given.found}
        onChange={(found) => change({ found })}
        help={text.foundHint}
      />
      <TextField label={text.by} value={given.by} onChange={(by) => change({ by })} help={text.byHint} />
    </FormDialog>
  );
}
