import { closeFinding, useLogFindings } from '../../state/log-findings.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { IconBug, IconX } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { FindingButtons, FindingRule, findingTitle } from './finding-parts.tsx';

/** The finding whose lines the list shows: what it is, what to check next, and what can be done with it. */
export function FindingBanner() {
  const text = en.logFindings;
  const finding = useLogFindings(({ found, shown }) => found?.findings.find(({ id }) => id === shown));
  if (finding === undefined) return null;
  return (
    <Notice
      tone="warn"
      icon={IconBug}
      className="log-notice log-finding"
      title={text.label(findingTitle(finding))}
      actions={
        <>
          <FindingButtons finding={finding} main />
          <Button
            look="quiet"
            icon={IconX}
            aria-label={en.common.close}
            title={en.common.close}
            onClick={closeFinding}
          />
        </>
      }
    >
      <br />
      <FindingRule finding={finding} />{' '}
      <span>
        {text.next}: {finding.next}
      </span>{' '}
      {finding.isExact ? null : <span className="t2">{text.among}</span>}
    </Notice>
  );
}
