import { type KeyboardEvent, type SubmitEvent, useState } from 'react';
import type { CaseAuthor, ComparedBy } from '../../../src-main/contract/author.ts';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import { errorWords } from '../../format/error-words.ts';
import { visibleName } from '../../format/visible.ts';
import { confirmAuthor, disownAuthor } from '../../state/authors.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface Props {
  readonly author: CaseAuthor;
  readonly says: 'confirm' | 'disown';
  readonly onDone: () => void;
}

/** How a key was compared or told to be lost, and why: what the entry will say. */
export function JudgeForm({ author, says, onDone }: Props) {
  const text = en.authors;
  const [by, setBy] = useState<ComparedBy>('telephone');
  const [why, setWhy] = useState('');
  const [since, setSince] = useState('');
  const [missing, setMissing] = useState(false);
  const [error, setError] = useState<ErrorData | null>(null);
  const [saving, setSaving] = useState(false);
  const disowns = says === 'disown';
  const name = visibleName(author.name);
  const title = disowns ? text.disownTitle(name) : text.confirmTitle(name);

  const submit = async (): Promise<void> => {
    if (saving) return;
    if (disowns && why.trim() === '') {
      setMissing(true);
      return;
    }
    setSaving(true);
    const judging = { key: author.key, by, why, since };
    const failure = await (disowns ? disownAuthor(judging) : confirmAuthor(judging));
    setSaving(false);
    setError(failure);
    if (failure === null) onDone();
  };
  const onSubmit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void submit();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onDone();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc closes the form from any field
    <form className="author-form" aria-label={title} onSubmit={onSubmit} onKeyDown={onKeyDown} noValidate>
      <p className="t2">{disowns ? text.disownSteps : text.confirmSteps}</p>
      <div className="row">
        <span className="label">{disowns ? text.heard : text.how}</span>
        <Segmented
          label={disowns ? text.heard : text.how}
          value={by}
          options={[
            { value: 'telephone', label: text.byTelephone },
            { value: 'in-person', label: text.inPerson },
          ]}
          onChange={setBy}
        />
      </div>
      <TextField
        label={text.why}
        value={why}
        onChange={(typed) => {
          setMissing(false);
          setWhy(typed);
        }}
        autoFocus
        required={disowns}
        help={disowns ? undefined : text.whyOptional}
        error={missing ? text.whyMissing : undefined}
      />
      {disowns ? (
        <TextField label={text.since} value={since} onChange={setSince} help={text.sinceHint} />
      ) : null}
      {error === null ? null : (
        <Notice tone="danger" role="alert" title={text.notRecorded}>
          {errorWords(error)} <ErrorCode code={error.code} />
        </Notice>
      )}
      <div className="row">
        <Button type="submit" look={disowns ? 'danger' : 'primary'} keys={['Enter']} aria-disabled={saving}>
          {disowns ? text.recordDisown : text.recordConfirm}
        </Button>
        <Button look="quiet" keys={['Esc']} onClick={onDone}>
          {en.common.cancel}
        </Button>
      </div>
    </form>
  );
}
