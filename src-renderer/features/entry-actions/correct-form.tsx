import { useState } from 'react';
import type { EntryView } from '../../../src-main/contract/entry.ts';
import { count } from '../../format/number.ts';
import { type CorrectionTyped, forgetDraft, keepDraft, typedFrom, withText } from '../../state/correction.ts';
import { closeEntryAction, correct } from '../../state/entry-action.ts';
import { useUnderstood } from '../../state/understood.ts';
import { en } from '../../strings/en.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';

/** A text field with more than this in it makes the window stutter. */
const LONGEST_EDITED = 20_000;

interface Props {
  readonly entry: EntryView;
  readonly start: CorrectionTyped;
}

/** How a note reads from now on. The note itself stays in the record, struck. */
export function CorrectForm({ entry, start }: Props) {
  const text = en.entryActions.correct;
  const [typed, setTyped] = useState(start);
  const understood = useUnderstood(typed.at);
  const change = (next: CorrectionTyped): void => {
    setTyped(next);
    keepDraft(entry.id, next);
  };
  const before = typedFrom(entry);
  const changed = typed.text !== before.text || typed.at !== before.at || typed.tags !== before.tags;
  const { busy, error, submit } = useSubmit(
    async () => correct(entry, typed, typed.reason.trim()),
    closeEntryAction,
  );
  const close = (): void => {
    // Closing by hand gives the change up; only a lock keeps it.
    forgetDraft(entry.id);
    closeEntryAction();
  };
  const long = entry.text.length > LONGEST_EDITED;
  return (
    <FormDialog
      title={text.title(count(entry.number))}
      action={text.action}
      ready={changed && typed.reason.trim() !== '' && typed.text.trim() !== ''}
      busy={busy}
      error={error}
      failed={text.failed}
      onSubmit={submit}
      onClose={close}
    >
      {long ? (
        <p className="meta">{text.tooLong}</p>
      ) : (
        <TextArea
          label={text.text}
          value={typed.text}
          onChange={(value) => change(withText(typed, value))}
          autoFocus
        />
      )}
      <div className="form-pair">
        <TextField
          label={text.at}
          value={typed.at}
          placeholder={text.atKept}
          onChange={(at) => change({ ...typed, at })}
          help={understood.text === '' ? text.atHint : understood.text}
          error={understood.error === '' ? undefined : understood.error}
        />
        <TextField label={text.tags} value={typed.tags} onChange={(tags) => change({ ...typed, tags })} />
      </div>
      <TextField
        label={text.reason}
        value={typed.reason}
        required
        placeholder={text.reasonExample}
        onChange={(reason) => change({ ...typed, reason })}
        help={changed ? text.hint : text.unchanged}
        {...(long ? { autoFocus: true } : {})}
      />
    </FormDialog>
  );
}
