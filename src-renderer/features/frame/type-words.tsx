import { useState } from 'react';
import { proveWords } from '../../state/key-sheet.ts';
import { en } from '../../strings/en.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';

/** The words of a new case, typed from paper while they are out of sight. */
export function TypeWords({ onClose }: { readonly onClose: () => void }) {
  const text = en.caseFrame.words;
  const [typed, setTyped] = useState('');
  const { busy, error, submit } = useSubmit(async () => proveWords(typed), onClose);
  const wrong = error?.code === 'wrong-passphrase';
  return (
    <FormDialog
      title={text.typeTitle}
      action={text.typeAction}
      ready={typed.trim() !== ''}
      busy={busy}
      error={wrong ? null : error}
      failed={text.typeWrong}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="t2">{text.typeText}</p>
      <PassphraseField
        label={text.typeLabel}
        value={typed}
        onChange={setTyped}
        autoFocus
        error={wrong ? `${text.typeWrong} ${text.typeWrongHint}` : undefined}
      />
    </FormDialog>
  );
}
