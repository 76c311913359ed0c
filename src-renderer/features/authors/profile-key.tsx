import { type SubmitEvent, useState } from 'react';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import type { ResponseOf } from '../../../src-main/contract/index.ts';
import { errorWords } from '../../format/error-words.ts';
import { forgetInSystem, protectProfile } from '../../state/authors.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { IconLock } from '../../ui/icons.ts';
import { KeepInSystem } from '../../ui/keep-in-system.tsx';
import { Notice } from '../../ui/notice.tsx';
import { OwnPassphrase } from '../../ui/own-passphrase.tsx';

interface Props {
  readonly sealed: boolean;
  readonly system: ResponseOf<'profile.system'> | null;
}

/** How the keys of this device lie on its disk: one calm line, and a passphrase for who wants one. */
export function ProfileKey({ sealed, system }: Props) {
  const text = en.authors.device;
  const [typed, setTyped] = useState<string | null>(null);
  const [empty, setEmpty] = useState(false);
  const [error, setError] = useState<ErrorData | null>(null);
  const [keep, setKeep] = useState(false);
  const store = system?.store ?? null;
  const keptBy = system?.keptBy ?? null;
  const save = async (passphrase: string | null): Promise<void> => {
    const failure = await protectProfile(passphrase, keep && store !== null);
    setError(failure);
    if (failure === null) setTyped(null);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (typed === null || typed === '') setEmpty(true);
    else void save(typed);
  };
  return (
    <div className="device-form">
      <p>
        {sealed ? text.keySealed : text.keyOpen}{' '}
        <span className="t2">
          {sealed ? (keptBy === null ? '' : text.keptBy(text.stores[keptBy])) : text.keyOpenHint}
        </span>
      </p>
      {error === null ? null : (
        <Notice tone="danger" role="alert" title={en.authors.notRecorded}>
          {errorWords(error)} <ErrorCode code={error.code} />
        </Notice>
      )}
      {typed === null ? (
        <div className="row">
          <Button icon={IconLock} onClick={() => setTyped('')}>
            {sealed ? text.change : text.protect}
          </Button>
          {sealed ? (
            <Button look="quiet" onClick={() => void save(null)}>
              {text.unprotect}
            </Button>
          ) : null}
          {sealed && keptBy !== null ? (
            <Button look="quiet" onClick={() => void forgetInSystem().then(setError)}>
              {text.forget}
            </Button>
          ) : null}
        </div>
      ) : (
        <form className="device-form" aria-label={text.newPassphrase} onSubmit={submit} noValidate>
          <OwnPassphrase
            label={text.newPassphrase}
            back={en.common.cancel}
            value={typed}
            error={empty ? text.empty : ''}
            onChange={(value) => {
              setEmpty(false);
              setTyped(value);
            }}
            onBack={() => setTyped(null)}
          />
          <KeepInSystem system={system} value={keep} onChange={setKeep} />
          <div className="row">
            <Button type="submit" look="primary">
              {text.set}
            </Button>
            <span className="meta">{text.protectHint}</span>
          </div>
        </form>
      )}
    </div>
  );
}
