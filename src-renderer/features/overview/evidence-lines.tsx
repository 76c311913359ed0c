import type { ReactNode } from 'react';
import { count, size } from '../../format/number.ts';
import { shortDay } from '../../format/time.ts';
import { unprovenWords } from '../../format/unproven-logs.ts';
import { showSection, useShownZone } from '../../state/case.ts';
import { showWantedLogs } from '../../state/log-links.ts';
import { useEvidence } from '../../state/evidence.ts';
import { useLogs } from '../../state/logs.ts';
import { en } from '../../strings/en.ts';
import { Ic, type IconType } from '../../ui/ic.tsx';
import {
  IconAlertOctagon,
  IconArchive,
  IconCircleCheck,
  IconCircleDashed,
  IconLock,
  IconPackage,
} from '../../ui/icons.ts';
import { MissingLine } from '../../ui/missing-line.tsx';
import { summaryOf } from './evidence-summary.ts';

interface LineProps {
  readonly icon: IconType;
  readonly tone?: string;
  readonly more?: string;
  readonly children: ReactNode;
}

function Line({ icon, tone = 't2', more, children }: LineProps) {
  return (
    <li>
      <span className={tone}>
        <Ic of={icon} />
      </span>
      <span className="grow">{children}</span>
      {more === undefined ? null : <span className="meta num nowrap">{more}</span>}
    </li>
  );
}

/** What is held, in a few lines. */
export function EvidenceLines() {
  const exhibits = useEvidence((state) => state.exhibits);
  const zone = useShownZone();
  const text = en.overview.evidence;
  const unproven = unprovenWords(useLogs((state) => state.wanted));
  const sum = summaryOf(exhibits);
  const hold =
    sum.held === sum.kept ? text.allHold : sum.held === 0 ? text.noHold : text.someHold(count(sum.held));
  const until = sum.keptUntil === null ? text.keptOpen : text.kept(shortDay(new Date(sum.keptUntil), zone));
  return (
    <section aria-labelledby="overview-evidence">
      <div className="section-head">
        <h2 id="overview-evidence">{text.title}</h2>
        {exhibits.length === 0 ? null : (
          <button type="button" className="link right" onClick={() => showSection('evidence')}>
            {text.all(count(exhibits.length))}
          </button>
        )}
      </div>
      <ul className="summary-lines">
        {exhibits.length === 0 ? <Line icon={IconPackage}>{text.none}</Line> : null}
        {sum.changed > 0 ? (
          <Line icon={IconAlertOctagon} tone="danger-text">
            <b className="danger-text">{text.changed(count(sum.changed))}</b>
          </Line>
        ) : null}
        {sum.verified > 0 ? (
          <Line icon={IconCircleCheck} tone="ok-text" more={size(sum.size)}>
            {text.verified(count(sum.verified))}
          </Line>
        ) : null}
        {sum.hashed > 0 ? (
          <Line icon={IconPackage} {...(sum.verified > 0 ? {} : { more: size(sum.size) })}>
            {text.hashed(count(sum.hashed))}
          </Line>
        ) : null}
        {sum.without > 0 ? <Line icon={IconPackage}>{text.without(count(sum.without))}</Line> : null}
        {sum.incomplete > 0 ? (
          <Line icon={IconCircleDashed} tone="warn-text">
            {text.incomplete(count(sum.incomplete))}
          </Line>
        ) : null}
        {unproven === null ? null : (
          <li>
            <MissingLine {...unproven} action={en.logs.unproven.open} onOpen={showWantedLogs} />
          </li>
        )}
        {sum.gone > 0 ? <Line icon={IconArchive}>{text.released(count(sum.gone))}</Line> : null}
        {sum.kept > 0 ? (
          <Line icon={IconLock}>
            {hold}, {until}
          </Line>
        ) : null}
      </ul>
    </section>
  );
}
