import { type SubmitEvent, useState } from 'react';
import { errorWords } from '../../format/error-words.ts';
import { giveUpProfile, unlockProfile, useProfileLock } from '../../state/profile-lock.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { IconLockOpen } from '../../ui/icons.ts';
import { KeepInSystem } from '../../ui/keep-in-system.tsx';
import { PassphraseField } from '../../ui/passphrase-field.tsx';

/** Asks for the passphrase of the profile where something needs it. */
export function UnlockProfile() {
  const text = en.authors.unlock;
  const { asked, error, system } = useProfileLock();
  const [keep, setKeep] = useState(false);
  const store = system?.store ?? null;
  const [passphrase, setPassphrase] = useState('');
  const [opening, setOpening] = useState(false);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (opening || passphrase === '') return;
    setOpening(true);
    void unlockProfile(passphrase, keep && store !== null).then(() => {
      setOpening(false);
      setPassphrase('');
    });
  };
  if (!asked) return null;
  const told =
    error === null ? undefined : error.code === 'profile-passphrase' ? (
      `${text.wrong} ${text.wrongHint}`
    ) : (
      <>
        {errorWords(error)} <ErrorCode code={error.code} />
      </>
    );
  return (
    <Dialog title={text.title} onClose={giveUpProfile}>
      <form className="col" onSubmit={submit} noValidate>
        <p className="t2">
          {text.text}
          {system !== null && system.keptBy !== null && system.keptBy !== store
            ? ` ${en.authors.device.storeChanged}`
            : ''}
        </p>
        <PassphraseField
          label={text.label}
          value={passphrase}
          onChange={setPassphrase}
          error={told}
          autoFocus
        />
        <KeepInSystem system={system} value={keep} onChange={setKeep} />
        <div className="row">
          <Button type="submit" look="primary" icon={IconLockOpen} keys={['Enter']} aria-disabled={opening}>
            {text.open}
          </Button>
          <Button look="quiet" onClick={giveUpProfile}>
            {en.common.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
