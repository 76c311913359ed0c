import { changeWish, suggestCopyWords, useShare } from '../../state/share.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { IconRefresh } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { OwnPassphrase } from '../../ui/own-passphrase.tsx';
import { WordsBlock } from '../../ui/words-block.tsx';

/** Six words to be read out, or a passphrase of one's own, which is judged. */
export function CopyPassphrase({ error }: { readonly error: string }) {
  const text = en.share;
  const words = useShare((state) => state.words);
  const own = useShare((state) => state.wish.own);
  const weak = useShare((state) => state.doubts.find(({ kind }) => kind === 'weak'));
  return (
    <section className="col" aria-labelledby="copy-words">
      <div className="row">
        <h2 id="copy-words">{text.wordsTitle}</h2>
        <span className="meta right">{own === null ? text.wordsHint : ''}</span>
      </div>
      {own === null ? (
        <>
          <WordsBlock label={text.wordsLabel} words={words} large />
          <div className="row">
            <Button look="quiet" icon={IconRefresh} onClick={() => void suggestCopyWords()}>
              {text.otherWords}
            </Button>
            <Button look="quiet" onClick={() => changeWish({ own: '' })}>
              {text.ownWords}
            </Button>
          </div>
        </>
      ) : (
        <OwnPassphrase
          label={text.ownLabel}
          back={text.generated}
          value={own}
          error={error}
          onChange={(value) => changeWish({ own: value })}
          onBack={() => changeWish({ own: null })}
        />
      )}
      {weak === undefined || weak.kind !== 'weak' ? null : (
        <Notice tone="warn" role="alert" title={text.weakTitle}>
          {text.weak(String(weak.bits))}
        </Notice>
      )}
    </section>
  );
}
