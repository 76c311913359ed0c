import { type SubmitEvent, useEffect, useState } from 'react';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import { errorWords } from '../../format/error-words.ts';
import { visibleName } from '../../format/visible.ts';
import { addAuthor, chooseAuthor, loadProfile, renameAuthor, useProfile } from '../../state/authors.ts';
import { useCaseAuthors } from '../../state/case-authors.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import './authors.css';
import { ProfileKey } from './profile-key.tsx';

interface NameFormProps {
  readonly label: string;
  readonly known: { readonly name: string; readonly role: string };
  readonly button: string;
  readonly hint: string;
  readonly onSave: (name: string, role: string) => Promise<ErrorData | null>;
}

/** Name and role of an author of this device: a new one, or the one who writes. */
function NameForm({ label, known, button, hint, onSave }: NameFormProps) {
  const text = en.authors.device;
  const [typed, setTyped] = useState(known);
  const [missing, setMissing] = useState(false);
  const [error, setError] = useState<ErrorData | null>(null);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (typed.name.trim() === '') setMissing(true);
    else void onSave(typed.name, typed.role).then(setError);
  };
  return (
    <form className="device-form" aria-label={label} onSubmit={submit} noValidate>
      <div className="device-fields">
        <TextField
          label={text.name}
          value={typed.name}
          onChange={(value) => {
            setMissing(false);
            setTyped((before) => ({ ...before, name: value }));
          }}
          error={missing ? text.nameMissing : undefined}
        />
        <TextField
          label={text.role}
          value={typed.role}
          onChange={(value) => setTyped((before) => ({ ...before, role: value }))}
          help={text.roleHint}
        />
      </div>
      {error === null ? null : (
        <Notice tone="danger" role="alert" title={en.authors.notRecorded}>
          {errorWords(error)} <ErrorCode code={error.code} />
        </Notice>
      )}
      <div className="row">
        <Button type="submit">{button}</Button>
        <span className="meta">{hint}</span>
      </div>
    </form>
  );
}

/** Who writes on this device, under which name, and how its keys are kept. */
export function ThisDevice() {
  const text = en.authors.device;
  const { profile, system } = useProfile();
  const { authors, writing } = useCaseAuthors();
  const [adding, setAdding] = useState(false);
  const [error, setError] = useState<ErrorData | null>(null);
  useEffect(() => {
    void loadProfile().then(setError);
  }, [authors, writing]);
  const me = profile?.authors.find(({ key }) => key === writing) ?? profile?.author ?? null;
  const several = profile === null ? [] : profile.authors;
  return (
    <section className="device" aria-labelledby="this-device">
      <h2 id="this-device">{text.title}</h2>
      {error === null ? null : (
        <Notice tone="danger" role="alert" title={en.authors.failed}>
          {errorWords(error)} <ErrorCode code={error.code} />
        </Notice>
      )}
      {several.length > 1 && writing !== null ? (
        <div className="row device-who">
          <span className="label">{text.who}</span>
          <Segmented
            label={text.who}
            value={writing}
            options={several.map(({ key, name }) => ({ value: key, label: visibleName(name) }))}
            onChange={(key) => void chooseAuthor(key).then(setError)}
          />
        </div>
      ) : null}
      {me === null ? null : (
        <NameForm
          key={`${me.name} ${me.role}`}
          label={text.rename}
          known={me}
          button={text.rename}
          hint={text.renameHint}
          onSave={renameAuthor}
        />
      )}
      {adding ? (
        <NameForm
          label={text.addTitle}
          known={{ name: '', role: '' }}
          button={text.addButton}
          hint={text.addHint}
          onSave={async (name, role) => {
            const failure = await addAuthor(name, role);
            if (failure === null) setAdding(false);
            return failure;
          }}
        />
      ) : (
        <div className="row">
          <Button look="quiet" onClick={() => setAdding(true)}>
            {text.add}
          </Button>
        </div>
      )}
      {profile === null ? null : <ProfileKey sealed={profile.protection === 'passphrase'} system={system} />}
    </section>
  );
}
