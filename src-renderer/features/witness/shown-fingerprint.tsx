import type { Fingerprint } from '../../../src-main/contract/witness.ts';
import { count } from '../../format/number.ts';
import { copyText } from '../../state/clipboard.ts';
import { useCase } from '../../state/case.ts';
import { loadWitness } from '../../state/witness.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { IconCopy, IconRefresh } from '../../ui/icons.ts';
import { WordsBlock } from '../../ui/words-block.tsx';

/** Ten words to read out and the code; they stay as they are while somebody reads. */
export function ShownFingerprint({ shown }: { readonly shown: Fingerprint }) {
  const text = en.witness;
  const entries = useCase((state) => state.info?.entries ?? 0);
  const newer = entries - shown.entries;
  return (
    <section className="col" aria-labelledby="fingerprint">
      <div className="row">
        <h2 id="fingerprint" className="num">
          {text.fingerprint(count(shown.entries))}
        </h2>
        <span className="meta right hide-narrow">{text.hint}</span>
      </div>
      <WordsBlock label={text.words} words={shown.words} large />
      <div className="row">
        <span className="meta">{text.code}</span>
        <span className="mono select witness-code">{shown.code}</span>
        <Button
          look="quiet"
          icon={IconCopy}
          aria-label={text.copyCode}
          title={text.copyCode}
          onClick={() => void copyText(shown.code, text.codeCopied)}
        />
      </div>
      {newer > 0 ? (
        <div className="row" role="status">
          <span className="t2 num">{text.newer(count(newer))}</span>
          <Button look="quiet" icon={IconRefresh} onClick={() => void loadWitness()}>
            {text.renew}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
