import type { EntryView } from '../../../src-main/contract/entry.ts';
import type { ResponseOf } from '../../../src-main/contract/index.ts';
import { count } from '../../format/number.ts';
import { clockWithZone } from '../../format/time.ts';
import { useShownZone } from '../../state/case.ts';
import { copyText } from '../../state/clipboard.ts';
import { useRecord } from '../../state/record.ts';
import { en } from '../../strings/en.ts';
import { Hash } from '../../ui/hash.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertOctagon, IconShieldCheck, IconShieldQuestion } from '../../ui/icons.ts';

/** What is known about the signature: never more than the last check has looked at. */
function ProofState({ entry }: { readonly entry: EntryView }) {
  const text = en.timeline.pane;
  const zone = useShownZone();
  const check = useRecord((state) => state.check);
  const problem = check?.problems.find((found) => found.entry === entry.id);
  if (problem !== undefined) {
    return (
      <div className="row danger-text b">
        <Ic of={IconAlertOctagon} />
        {text.doesNotFit}: {problem.message}
      </div>
    );
  }
  const looked = check !== null && Date.parse(check.at) >= Date.parse(entry.recorded) && check.ok;
  if (!looked) {
    return (
      <div className="row t2">
        <Ic of={IconShieldQuestion} />
        {text.notChecked}
      </div>
    );
  }
  return (
    <div className="row proof-good ok-text">
      <Ic of={IconShieldCheck} />
      <b>{text.checkedGood}</b>
      <span className="meta num">{text.checkedWhen(clockWithZone(new Date(check.at), zone, 'minute'))}</span>
    </div>
  );
}

interface Props {
  readonly entry: EntryView;
  readonly shown: ResponseOf<'entry.show'> | null;
}

/** The hash of the entry, what was checked, and the bytes that a stranger needs. */
export function EntryProof({ entry, shown }: Props) {
  const text = en.timeline.pane;
  return (
    <div className="pane-section">
      <ProofState entry={entry} />
      <p className="label pane-label">{text.hash}</p>
      <Hash
        hex={entry.id}
        copyLabel={text.copyHash}
        onCopy={(hex) => void copyText(hex, en.evidence.hashCopied)}
      />
      <p className="meta num pane-label">
        {text.position}: {text.positionOf(count(entry.n), entry.writer.slice(0, 8))}
      </p>
      {shown === null ? null : (
        <details className="pane-details">
          <summary>{text.signature}</summary>
          <p className="label pane-label">{text.signatureHex}</p>
          <pre className="raw">{shown.signature}</pre>
          <p className="label pane-label">{text.header}</p>
          <pre className="raw">{shown.header}</pre>
        </details>
      )}
    </div>
  );
}
