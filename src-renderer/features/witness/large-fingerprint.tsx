import type { Fingerprint } from '../../../src-main/contract/witness.ts';
import { fingerprintLine } from '../../format/fingerprint-line.ts';
import { count } from '../../format/number.ts';
import { useCase } from '../../state/case.ts';
import { showLarge } from '../../state/witness.ts';
import { en } from '../../strings/en.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { WordsBlock } from '../../ui/words-block.tsx';

/** The fingerprint as large as the window, to be read or photographed from across a table. */
export function LargeFingerprint({ shown }: { readonly shown: Fingerprint }) {
  const text = en.witness;
  const id = useCase((state) => state.info?.id ?? '');
  return (
    <Dialog title={text.fingerprint(count(shown.entries))} onClose={() => showLarge(false)} size={920}>
      <div className="witness-large">
        <div className="col">
          <WordsBlock label={text.words} words={shown.words} large />
          <span className="mono select witness-code">{shown.code}</span>
        </div>
        <QrCode text={fingerprintLine(id, shown)} label={text.qr} />
      </div>
    </Dialog>
  );
}
