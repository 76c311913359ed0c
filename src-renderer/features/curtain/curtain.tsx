import { type SubmitEvent, useRef, useState } from 'react';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import { errorWords } from '../../format/error-words.ts';
import { fileName } from '../../format/path.ts';
import { nearTime } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { openCurtain } from '../../state/curtain.ts';
import { lockKeyDown } from '../../state/lock-key.ts';
import { laptopZone, useSession } from '../../state/session.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconEyeOff, IconLockOpen, IconWorldOff } from '../../ui/icons.ts';
import { useKeys } from '../../ui/keyboard.ts';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import { useMinute } from '../../ui/use-now.ts';
import './curtain.css';
import { HiddenJobs } from './hidden-jobs.tsx';

/** An open case out of sight while its job goes on: nothing of it is in the page but the name of its file. */
export function Curtain() {
  const text = en.curtain;
  const screen = useSession((state) => state.screen);
  const [passphrase, setPassphrase] = useState('');
  const [error, setError] = useState<ErrorData | null>(null);
  const [busy, setBusy] = useState(false);
  const now = useMinute();
  const field = useRef<HTMLInputElement>(null);
  useKeys({ 'mod+l': ({ repeat }) => lockKeyDown(repeat, true) });
  if (screen.kind !== 'curtain') return null;

  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (busy || passphrase === '') return;
    setBusy(true);
    const failure = await openCurtain(passphrase);
    setBusy(false);
    setError(failure);
    if (failure === null) return;
    field.current?.focus();
    field.current?.select();
  };
  const wrong = error?.code === 'wrong-passphrase';
  const told =
    error === null ? undefined : (
      <span role="alert">
        <b>{wrong ? en.start.unlock.wrong : errorWords(error)}</b> <ErrorCode code={error.code} />
      </span>
    );
  const when = nearTime(screen.at, laptopZone(), 'minute', now);
  return (
    <div className="stand lone curtain">
      <main className="lone-main curtain-main" aria-labelledby="curtain-heading">
        <form className="lone-card curtain-card" onSubmit={(event) => void submit(event)} noValidate>
          <div className="row curtain-head">
            <Ic of={IconEyeOff} size={28} className="t2" />
            <div className="grow">
              <h1 id="curtain-heading">{text.title}</h1>
              <p className="meta num">
                {en.start.unlock.since(when)},{' '}
                {screen.why === 'menu' ? text.hiddenByYou : en.start.unlock.locks[screen.why]}
              </p>
            </div>
          </div>
          <p>{text.hint}</p>
          <HiddenJobs />
          <PassphraseField
            ref={field}
            label={
              <>
                {en.start.unlock.passphraseFor}{' '}
                <span className="mono">{visibleName(fileName(screen.path))}</span>
              </>
            }
            value={passphrase}
            onChange={setPassphrase}
            autoFocus
            error={told}
          />
          <Button type="submit" look="primary" big icon={IconLockOpen} keys={['Enter']} aria-disabled={busy}>
            {busy ? text.checking : text.back}
          </Button>
          <p className="meta">{text.holdHint}</p>
        </form>
      </main>
      <footer className="standfoot">
        <Ic of={IconWorldOff} size={14} />
        <span>{en.common.noNetwork}</span>
        <span className="right">{en.start.unlock.hidden}</span>
      </footer>
    </div>
  );
}
