import type { Finding } from '../../../src-main/contract/finding.ts';
import { count } from '../../format/number.ts';
import { visibleName } from '../../format/visible.ts';
import { useCase } from '../../state/case.ts';
import { isOpen, judge, judgeFinding, pinFinding, useLogFindings } from '../../state/log-findings.ts';
import { useLogPin } from '../../state/log-pin.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { IconPin } from '../../ui/icons.ts';
import { WhyDialog } from '../../ui/why-dialog.tsx';

/** `A script was run from an upload folder, /uploads/img_7731.cfm`. */
export const findingTitle = ({ title, about }: Finding): string =>
  about === '' ? title : `${title}: ${visibleName(about)}`;

/** Rule and technique, as others look them up. */
export function FindingRule({ finding }: { readonly finding: Finding }) {
  const text = en.logFindings;
  const attack = finding.attack.length === 0 ? [] : [text.attack(finding.attack.join(', '))];
  return <span className="meta">{[text.rule(finding.rule), ...attack].join(', ')}</span>;
}

/** Pins its rows, or sets it aside. */
export function FindingButtons({ finding, main }: { readonly finding: Finding; readonly main: boolean }) {
  const text = en.logFindings;
  const writable = useCase(({ info }) => info !== null && !info.readOnly && !info.sealed);
  if (!writable) return null;
  const n = finding.evidence.length;
  const pin = async (): Promise<void> => {
    const error = await pinFinding(finding);
    if (error !== null) useLogPin.setState({ error, done: null });
  };
  return (
    <>
      {isOpen(finding) && n > 0 ? (
        <Button look={main ? 'primary' : 'plain'} icon={IconPin} onClick={() => void pin()}>
          {n < finding.rows ? text.pinFirst(count(n)) : text.pin(count(n))}
        </Button>
      ) : null}
      <Button look="quiet" onClick={() => judge(finding.id)}>
        {isOpen(finding) ? text.dismiss : text.reopen}
      </Button>
    </>
  );
}

/** Why a finding is set aside, or taken up again: both go into the record. */
export function JudgeFinding() {
  const text = en.logFindings;
  const finding = useLogFindings(({ found, judging }) => found?.findings.find(({ id }) => id === judging));
  if (finding === undefined) return null;
  const open = isOpen(finding);
  return (
    <WhyDialog
      title={open ? text.dismissTitle : text.reopenTitle}
      action={open ? text.dismissAction : text.reopenAction}
      failed={text.judgeFailed}
      why={text.whyLabel}
      whyExample={open ? text.whyExample : ''}
      work={async (why) => judgeFinding(finding, why)}
      onClose={() => judge(null)}
    >
      <p className="b">{findingTitle(finding)}</p>
      <p className="meta">
        {text.falsePositives}: {finding.falsePositives}
      </p>
    </WhyDialog>
  );
}
