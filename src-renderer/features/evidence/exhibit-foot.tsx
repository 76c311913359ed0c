import type { ReactNode } from 'react';
import { count } from '../../format/number.ts';
import { fullTime, nearTime } from '../../format/time.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { type ExhibitDetail, openForm } from '../../state/evidence.ts';
import { openEntry } from '../../state/timeline.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconCircleDashed, IconLock } from '../../ui/icons.ts';
import { TrustMark } from '../../ui/trust-mark.tsx';
import { missingNames } from './exhibit-words.ts';

interface Props {
  readonly detail: ExhibitDetail;
  readonly zone: string;
  readonly readOnly: boolean;
}

function Column({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** How long it is kept, and by which rule; where the time does not run yet, why. */
function Kept({ detail: { exhibit, retention }, zone }: Omit<Props, 'readOnly'>) {
  const text = en.evidence.foot;
  const { retainUntil: until, rules, state, says } = retention;
  if (exhibit.custodyState.disposed === true) return <span>{text.disposed}</span>;
  const counting = rules.filter((rule) => until === null || rule.until === until);
  return (
    <>
      <span className="num">
        {until === null ? en.facts.unknown : fullTime(new Date(until), zone, 'minute')}
      </span>
      <div className="meta">
        {state === 'undecided' ? visibleText(says) : counting.map((rule) => rule.name).join(', ')}
      </div>
    </>
  );
}

function Holds({ detail: { exhibit, holds }, zone }: Omit<Props, 'readOnly'>) {
  const text = en.evidence.foot;
  if (!exhibit.hold) return <span className="t2">{text.noHold}</span>;
  return holds.map((hold) => (
    <div key={`${hold.author.id} ${hold.at}`}>
      <b className="warn-text">
        <Ic of={IconLock} size={14} /> {text.onHold}
      </b>{' '}
      <span className="num">{text.since(nearTime(new Date(hold.at), zone, 'minute', new Date()))}</span>
      <div className="meta">
        <TrustMark trust={hold.author.trust} /> {visibleName(hold.author.name)}
        {hold.why === undefined ? '' : `: ${visibleText(hold.why)}`}
      </div>
    </div>
  ));
}

function Missing({ detail: { exhibit }, readOnly }: Omit<Props, 'zone'>) {
  const text = en.evidence.foot;
  if (exhibit.missing.length === 0) return <span className="t2">{text.nothing}</span>;
  return (
    <>
      <span className="warn-text">
        <Ic of={IconCircleDashed} size={14} /> {missingNames(exhibit.missing)}
      </span>
      {readOnly ? null : (
        <div>
          <Button className="small" onClick={() => openForm('describe')}>
            {en.intake.describe.menu}
          </Button>
        </div>
      )}
    </>
  );
}

function Linked({ detail: { linked } }: Pick<Props, 'detail'>) {
  const text = en.evidence.foot;
  if (linked.length === 0) return <span className="t2">{text.notLinked}</span>;
  return (
    <ul className="exhibit-links">
      {linked.map(({ entry, number }) => (
        <li key={entry}>
          <button type="button" className="entry-link num" onClick={() => void openEntry(entry)}>
            {en.timeline.entryN(count(number))}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What becomes of an exhibit, in four columns: kept until when, held by whom, what is missing, what shows it. */
export function ExhibitFoot({ detail, zone, readOnly }: Props) {
  const text = en.evidence.foot;
  return (
    <dl className="exhibit-foot select" aria-label={text.label(detail.exhibit.exhibit)}>
      <Column name={text.kept}>
        <Kept detail={detail} zone={zone} />
      </Column>
      <Column name={text.hold}>
        <Holds detail={detail} zone={zone} />
      </Column>
      <Column name={text.missing}>
        <Missing detail={detail} readOnly={readOnly} />
      </Column>
      <Column name={text.linked}>
        <Linked detail={detail} />
      </Column>
    </dl>
  );
}
