import { type SubmitEvent, useRef, useState } from 'react';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import { errorWords } from '../../format/error-words.ts';
import { fileName, folderOf } from '../../format/path.ts';
import { visibleName } from '../../format/visible.ts';
import { checkFile, type FileChecked } from '../../state/check-file.ts';
import { chooseCheck } from '../../state/open.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconFileSearch, IconShieldCheck } from '../../ui/icons.ts';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import { Progress } from '../../ui/progress.tsx';
import { CheckFoot } from './check-foot.tsx';

interface Props {
  readonly path: string;
  readonly onChecked: (checked: FileChecked) => void;
}

/** Which file, and the passphrase that reads it; then how far the check is. */
export function AskPassphrase({ path, onChecked }: Props) {
  const text = en.check;
  const [passphrase, setPassphrase] = useState('');
  const [error, setError] = useState<ErrorData | null>(null);
  const [empty, setEmpty] = useState(false);
  const [running, setRunning] = useState<number | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (running !== null) return;
    if (passphrase === '') {
      setEmpty(true);
      field.current?.focus();
      return;
    }
    setRunning(0);
    setError(null);
    const outcome = await checkFile(path, passphrase, setRunning);
    setRunning(null);
    if (outcome === null) return;
    if ('result' in outcome) {
      onChecked(outcome);
      return;
    }
    setError(outcome);
    field.current?.focus();
    field.current?.select();
  };
  const wrong = error?.code === 'wrong-passphrase';
  const told =
    error === null ? undefined : (
      <span role="alert">
        <b>{wrong ? en.start.unlock.wrong : errorWords(error)}</b>{' '}
        {wrong ? <span className="t2">{en.start.unlock.wrongHelp}</span> : null}{' '}
        <ErrorCode code={error.code} />
      </span>
    );
  return (
    <div className="stand lone check-ask">
      <main className="lone-main check-ask-main" aria-labelledby="check-heading">
        <form className="lone-card check-card" onSubmit={(event) => void submit(event)} noValidate>
          <div className="row">
            <Ic of={IconFileSearch} size={28} className="t2" />
            <div className="grow">
              <h1 id="check-heading">{text.title}</h1>
              <p className="meta clip" title={visibleName(folderOf(path))}>
                {en.start.unlock.inFolder(visibleName(folderOf(path)))}
              </p>
            </div>
          </div>
          <p>{text.means}</p>
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
            error={empty ? text.empty : told}
          />
          {running === null ? null : <Progress label={text.progress} value={running} />}
          <div className="row">
            <Button
              type="submit"
              look="primary"
              big
              className="grow"
              icon={IconShieldCheck}
              keys={['Enter']}
              aria-disabled={running !== null}
            >
              {running === null ? text.start : text.running}
            </Button>
            <Button big onClick={() => void chooseCheck()}>
              {text.other}
            </Button>
          </div>
        </form>
      </main>
      <CheckFoot />
    </div>
  );
}
