import type { Fingerprint } from '../../../src-main/contract/witness.ts';
import { fingerprintLine } from '../../format/fingerprint-line.ts';
import { count } from '../../format/number.ts';
import { copyText } from '../../state/clipboard.ts';
import { useCase } from '../../state/case.ts';
import { loadWitness, showLarge, useWitness } from '../../state/witness.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { IconCopy, IconRefresh } from '../../ui/icons.ts';
import { QrCode } from '../../ui/qr-code.tsx';
import { WordsBlock } from '../../ui/words-block.tsx';
import { LargeFingerprint } from './large-fingerprint.tsx';

/** Ten words to read out and the code; they stay as they are while somebody reads. */
export function ShownFingerprint({ shown }: { readonly shown: Fingerprint }) {
  const text = en.witness;
  const entries = useCase((state) => state.info?.entries ?? 0);
  const id = useCase((state) => state.info?.id ?? '');
  const large = useWitness((state) => state.large);
  const newer = entries - shown.entries;
  return (
    <section className="col" aria-labelledby="fingerprint">
      <div className="row">
        <h2 id="fingerprint" className="num">
          {text.fingerprint(count(shown.entries))}
        </h2>
        <span className="meta right hide-narrow">{text.hint}</span>
      </div>
      <div className="witness-panel">
        <WordsBlock label={text.words} words={shown.words} large />
        <QrCode text={fingerprintLine(id, shown)} label={text.qr} />
      </div>
      <div className="row witness-short">
        <span className="meta">{text.code}</span>
        <span className="mono select witness-code">{shown.code}</span>
        <Button
          look="quiet"
          icon={IconCopy}
          aria-label={text.copyCode}
          title={text.copyCode}
          onClick={() => void copyText(shown.code, text.codeCopied)}
        />
        <Button className="small right" onClick={() => showLarge(true)}>
          {text.large}
        </Button>
      </div>
      <p className="meta">{text.qrHint}</p>
      {newer > 0 ? (
        <div className="row" role="status">
          <span className="t2 num">{text.newer(count(newer))}</span>
          <Button look="quiet" icon={IconRefresh} onClick={() => void loadWitness()}>
            {text.renew}
          </Button>
        </div>
      ) : null}
      {large ? <LargeFingerprint shown={shown} /> : null}
    </section>
  );
}
