import { type SubmitEvent, useRef, useState } from 'react';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import { fileName, folderOf } from '../../format/path.ts';
import { visibleName } from '../../format/visible.ts';
import { chooseCase, openCase, type OpenMode } from '../../state/open.ts';
import { showScreen, type UnlockReason } from '../../state/session.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconFolderOpen, IconLockOpen, IconWorldOff } from '../../ui/icons.ts';
import { useKeys } from '../../ui/keyboard.ts';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import { KeptText } from './kept-text.tsx';
import { LockClock } from './lock-clock.tsx';
import { NextDue } from './next-due.tsx';
import { OlderChoice } from './older-choice.tsx';
import { Reassurance } from './reassurance.tsx';
import { UnlockHead } from './unlock-head.tsx';
import { UnlockError } from './unlock-error.tsx';
import './unlock.css';

interface Props {
  readonly path: string;
  readonly reason: UnlockReason;
}

/** How do I get back in? */
export function Unlock({ path, reason }: Props) {
  const text = en.start.unlock;
  const [passphrase, setPassphrase] = useState('');
  const [error, setError] = useState<ErrorData | null>(null);
  const [tries, setTries] = useState<readonly Date[]>([]);
  const [opening, setOpening] = useState(false);
  const [empty, setEmpty] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  const open = async (mode: OpenMode): Promise<void> => {
    if (opening) return;
    if (passphrase === '') {
      setEmpty(true);
      field.current?.focus();
      return;
    }
    setOpening(true);
    const failure = await openCase(path, passphrase, mode);
    setOpening(false);
    setError(failure);
    if (failure === null) return;
    if (failure.code === 'wrong-passphrase') setTries((before) => [...before, new Date()]);
    field.current?.focus();
    field.current?.select();
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void open('normal');
  };
  useKeys({
    escape: () => (reason.kind === 'open' ? showScreen({ kind: 'welcome' }) : false),
  });

  const older = error?.code === 'older-than-seen';
  const told = error === null || older ? undefined : <UnlockError error={error} tries={tries} />;
  const fieldError = empty ? text.empty : told;
  const locked = reason.kind !== 'open';
  return (
    <div className="stand lone unlock">
      <main className="lone-main unlock-main" aria-labelledby="unlock-heading">
        <form className="lone-card unlock-card" onSubmit={submit} noValidate>
          <UnlockHead reason={reason} folder={visibleName(folderOf(path))} />
          {reason.kind === 'engine-ended' ? <KeptText reason={reason.reason} /> : null}
          <PassphraseField
            ref={field}
            label={
              <>
                {text.passphraseFor} <span className="mono">{visibleName(fileName(path))}</span>
              </>
            }
            value={passphrase}
            onChange={(typed) => {
              setEmpty(false);
              setPassphrase(typed);
            }}
            autoFocus
            error={fieldError}
          />
          {error !== null && older ? (
            <OlderChoice error={error} onLook={() => void chooseCase()} onOpen={(mode) => void open(mode)} />
          ) : (
            <div className="row">
              <Button
                type="submit"
                look="primary"
                big
                className="grow"
                icon={locked ? IconLockOpen : IconFolderOpen}
                keys={['Enter']}
                aria-disabled={opening}
              >
                {opening ? text.opening : locked ? text.unlock : text.open}
              </Button>
              <Button big onClick={() => showScreen({ kind: 'welcome' })}>
                {text.other}
              </Button>
            </div>
          )}
          {reason.kind === 'locked' ? <Reassurance reason={reason} /> : null}
        </form>
        <NextDue path={path} />
        <LockClock />
      </main>
      <footer className="standfoot">
        <Ic of={IconWorldOff} size={14} />
        <span>{en.common.noNetwork}</span>
        <span className="right">{text.hidden}</span>
      </footer>
    </div>
  );
}
