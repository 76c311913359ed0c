import { useEffect, useState } from 'react';
import { ask } from '../../api/client.ts';
import { type PassphraseChanged, changePassphrase } from '../../state/change-passphrase.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { IconRefresh } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { OwnPassphrase } from '../../ui/own-passphrase.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { WordsBlock } from '../../ui/words-block.tsx';

interface Props {
  readonly onDone: (changed: PassphraseChanged) => void;
  readonly onClose: () => void;
}

/** Six new words, or a passphrase of one's own, for the case that is open. */
export function ChangePassphrase({ onDone, onClose }: Props) {
  const text = en.backup;
  const [words, setWords] = useState<readonly string[]>([]);
  const [own, setOwn] = useState<string | null>(null);
  const [weak, setWeak] = useState<number | null>(null);
  const suggest = async (): Promise<void> => {
    const answer = await ask('passphrase.suggest', {});
    if (answer.ok) setWords(answer.data.words);
  };
  useEffect(() => void suggest(), []);
  const passphrase = own ?? words.join(' ');

  const { busy, error, submit } = useSubmit(async () => {
    const answer = await changePassphrase(passphrase, own === null ? words : null);
    if ('error' in answer) return answer.error;
    onDone(answer.done);
    return null;
  }, onClose);
  /** A weak one is named once, and taken when the button is pressed again. */
  const send = async (): Promise<void> => {
    if (own !== null && weak === null) {
      const judged = await ask('passphrase.judge', { passphrase: own });
      if (judged.ok && !judged.data.enough) {
        setWeak(judged.data.bits);
        return;
      }
    }
    submit();
  };
  return (
    <FormDialog
      title={text.changeTitle}
      action={busy ? text.changing : text.changeAction}
      ready={passphrase !== ''}
      busy={busy}
      error={error}
      failed={text.changeFailed}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <p className="t2">{text.changeText}</p>
      {own === null ? (
        <>
          <WordsBlock label={text.words} words={words} />
          <div className="row">
            <Button look="quiet" icon={IconRefresh} onClick={() => void suggest()}>
              {en.share.otherWords}
            </Button>
            <Button look="quiet" onClick={() => setOwn('')}>
              {en.share.ownWords}
            </Button>
          </div>
        </>
      ) : (
        <OwnPassphrase
          label={text.ownLabel}
          back={en.share.generated}
          value={own}
          error=""
          onChange={(value) => {
            setWeak(null);
            setOwn(value);
          }}
          onBack={() => {
            setWeak(null);
            setOwn(null);
          }}
        />
      )}
      {weak === null ? null : (
        <Notice tone="warn" role="alert" title={en.share.weakTitle}>
          {en.share.weak(String(weak))}
        </Notice>
      )}
    </FormDialog>
  );
}
