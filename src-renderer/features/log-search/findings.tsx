import { useEffect } from 'react';
import type { Finding } from '../../../src-main/contract/finding.ts';
import { errorWords } from '../../format/error-words.ts';
import { count } from '../../format/number.ts';
import { fullTime, nearTime } from '../../format/time.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { useShownZone } from '../../state/case.ts';
import { isOpen, loadFindings, showFinding, useLogFindings } from '../../state/log-findings.ts';
import { useLogSources } from '../../state/log-sources.ts';
import { openEntry } from '../../state/timeline.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconBug } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { useMinute } from '../../ui/use-now.ts';
import { FindingButtons, FindingRule, findingTitle } from './finding-parts.tsx';
import { FindingRows } from './finding-rows.tsx';
import { PinNotice } from './pin-notice.tsx';

function When({ finding: { rows, detail, first, last } }: { readonly finding: Finding }) {
  const text = en.logFindings;
  const zone = useShownZone();
  const at = (utc: string): string => fullTime(new Date(utc), zone, 'second');
  const span =
    first === null || last === null ? [] : [first === last ? at(first) : text.span(at(first), at(last))];
  return (
    <p className="meta num">
      {[text.rows(count(rows)), ...span, ...(detail === '' ? [] : [visibleText(detail)])].join(', ')}
    </p>
  );
}

function Judged({ finding: { dismissed, pinned } }: { readonly finding: Finding }) {
  const text = en.logFindings;
  const zone = useShownZone();
  const now = useMinute();
  const [last] = pinned.slice(-1);
  return (
    <>
      {dismissed === null ? null : (
        <p className="t2">
          {text.dismissedBy(
            visibleName(dismissed.by),
            nearTime(new Date(dismissed.at), zone, 'minute', now),
            visibleText(dismissed.why),
          )}{' '}
          <button type="button" className="link mono" onClick={() => void openEntry(dismissed.entry)}>
            {dismissed.entry.slice(0, 8)}
          </button>
        </p>
      )}
      {last === undefined ? null : (
        <button type="button" className="link" onClick={() => void openEntry(last)}>
          {text.pinned(pinned.length)}
        </button>
      )}
    </>
  );
}

function Card({ finding }: { readonly finding: Finding }) {
  const text = en.logFindings;
  return (
    <li className="finding" aria-label={findingTitle(finding)}>
      <Ic of={IconBug} size={18} className={isOpen(finding) ? 'warn-text' : 't3'} />
      <div className="grow">
        <h2>{findingTitle(finding)}</h2>
        <When finding={finding} />
        <p>{finding.why}</p>
        <dl className="kv">
          <dt>{text.next}</dt>
          <dd>{finding.next}</dd>
          <dt>{text.falsePositives}</dt>
          <dd>{finding.falsePositives}</dd>
        </dl>
        <FindingRule finding={finding} />
        {finding.query === null ? <FindingRows refs={finding.evidence} /> : null}
        <Judged finding={finding} />
      </div>
      <div className="finding-buttons">
        {finding.query === null ? null : <Button onClick={() => showFinding(finding)}>{text.show}</Button>}
        <FindingButtons finding={finding} main={false} />
      </div>
    </li>
  );
}

/** How far the rules are, and what they left out. */
function Progress() {
  const text = en.logFindings;
  const found = useLogFindings((state) => state.found);
  if (found === null) return null;
  const { running, state, incomplete, notShown } = found;
  return (
    <>
      <p className="t2 findings-progress" role="status">
        {running === null
          ? ''
          : running.total === null
            ? text.waiting
            : text.running(count(running.done), count(running.total), running.rule)}
        {state === 'old' ? ` ${text.old}` : ''}
      </p>
      {incomplete.length === 0 ? null : <p className="warn-text">{text.incomplete(incomplete.join(', '))}</p>}
      {notShown.map(({ rule, title, count: n }) => (
        <p key={rule} className="warn-text">
          {text.notShown(count(n), title)}
        </p>
      ))}
    </>
  );
}

function List({ findings }: { readonly findings: readonly Finding[] }) {
  const text = en.logFindings;
  const open = findings.filter(isOpen);
  const aside = findings.filter((finding) => !isOpen(finding));
  return (
    <>
      <ul className="findings">
        {open.map((finding) => (
          <Card key={finding.id} finding={finding} />
        ))}
      </ul>
      {aside.length === 0 ? null : (
        <details className="findings-aside">
          <summary>
            <Chip>{count(aside.length)}</Chip> {text.dismissed(count(aside.length))}
          </summary>
          <ul className="findings">
            {aside.map((finding) => (
              <Card key={finding.id} finding={finding} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** What rules found in the logs: each with why it matters, what to check next, and its lines. */
export function Findings() {
  const { found, error } = useLogFindings();
  const hasRows = useLogSources((state) => state.rows > 0);
  const text = en.logFindings;
  useEffect(() => void loadFindings(), []);
  const findings = found?.findings ?? [];
  const isNone = found !== null && findings.length === 0 && found.running === null;
  return (
    <div className="body">
      <div className="logs-main findings-main">
        <PinNotice />
        <p className="t2">{text.hint}</p>
        {error === null ? null : (
          <Notice tone="danger" role="alert" title={text.failed}>
            {errorWords(error)} <ErrorCode code={error.code} />
          </Notice>
        )}
        <Progress />
        {!hasRows ? <Empty icon={IconBug} title={text.noLogs} /> : null}
        {hasRows && isNone ? <Empty icon={IconBug} title={text.none} hint={text.noneHint} /> : null}
        <List findings={findings} />
      </div>
    </div>
  );
}
