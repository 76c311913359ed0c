import { type ReactNode, useEffect } from 'react';
import type { Preparation } from '../../../src-main/contract/preparation.ts';
import { errorWords } from '../../format/error-words.ts';
import { dayKey } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { loadPreparation, openPreparationForm, usePreparation } from '../../state/preparation.ts';
import { saveSheet } from '../../state/preparation-files.ts';
import { type PreparationTab, showScreen } from '../../state/session.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { DueMark } from '../../ui/due-mark.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { IconPrinter } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';

/** Lines of a column; the rest is on the page. */
const LINES = 6;

const open = (tab: PreparationTab): void => showScreen({ kind: 'preparation', tab });

interface ColumnProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly tools: ReactNode;
}

function Column({ title, children, tools }: ColumnProps) {
  return (
    <li>
      <h3>{title}</h3>
      {children}
      <div className="row welcome-tools">{tools}</div>
    </li>
  );
}

function Team({ shown }: { readonly shown: Preparation }) {
  const text = en.preparation;
  return (
    <Column
      title={text.welcome.team}
      tools={
        <>
          <Button icon={IconPrinter} onClick={() => void saveSheet('grab')}>
            {text.grabSheet}
          </Button>
          <Button look="quiet" onClick={() => open('team')}>
            {text.welcome.editTeam}
          </Button>
        </>
      }
    >
      {shown.team.length === 0 ? <p className="t2">{text.nobody}</p> : null}
      {shown.team.slice(0, LINES).map((member) => (
        <p key={member.id} className="welcome-line">
          <span dir="auto" className="clip" title={visibleName(member.name)}>
            {visibleName(member.name)}
          </span>
          <span className={member.phone === '' ? 'warn-text' : 'b num'}>
            {member.phone === '' ? text.noPhone : visibleName(member.phone)}
          </span>
        </p>
      ))}
      {shown.team.length > LINES ? (
        <p className="meta">{text.welcome.more(String(shown.team.length - LINES))}</p>
      ) : null}
    </Column>
  );
}

function Defences({ shown }: { readonly shown: Preparation }) {
  const text = en.preparation;
  const rank = { overdue: 0, soon: 1, never: 2, ok: 3, none: 4 } as const;
  const sorted = shown.defences.toSorted((a, b) => rank[a.state] - rank[b.state]);
  const openOnes = shown.findings.filter(({ state }) => state === 'open');
  const [review] = shown.reviews;
  return (
    <Column
      title={text.welcome.defences}
      tools={
        <>
          <Button
            onClick={() => {
              open('defences');
              openPreparationForm({ kind: 'check', defence: null });
            }}
          >
            {text.defences.check}
          </Button>
          <Button
            look="quiet"
            onClick={() => {
              open('reviews');
              openPreparationForm({ kind: 'review' });
            }}
          >
            {text.welcome.logReview}
          </Button>
        </>
      }
    >
      {sorted.slice(0, LINES).map(({ id, title, state, due, last }) => (
        <p key={id} className="welcome-line">
          <span className="clip" title={visibleName(title)}>
            {visibleName(title)}
          </span>
          {state === 'ok' || state === 'none' ? (
            <span className="meta num">
              {last === null ? '' : text.checked(dayKey(new Date(last.at), shown.zone))}
            </span>
          ) : (
            <DueMark state={state} {...(due === null ? {} : { when: dayKey(new Date(due), shown.zone) })} />
          )}
        </p>
      ))}
      {openOnes.length === 0 ? null : (
        <p className="welcome-line">
          <span className="clip">{text.welcome.findings(openOnes.length)}</span>
          {openOnes.some(({ late }) => late) ? <DueMark state="overdue" /> : null}
        </p>
      )}
      <p className="meta">
        {review === undefined
          ? text.welcome.noReview
          : text.welcome.lastReview(dayKey(new Date(review.at), shown.zone))}
      </p>
    </Column>
  );
}

function Plan({ shown }: { readonly shown: Preparation }) {
  const text = en.preparation;
  const { plan, zone } = shown;
  return (
    <Column
      title={text.welcome.plan}
      tools={
        <>
          <Button onClick={() => open('plan')}>{text.welcome.openPlan}</Button>
          <Button
            look="quiet"
            onClick={() => {
              open('plan');
              openPreparationForm({ kind: 'drill' });
            }}
          >
            {text.drill}
          </Button>
        </>
      }
    >
      <p>{text.welcome.versionOf(visibleName(plan.title), plan.version)}</p>
      {plan.approval !== null && plan.approved ? (
        <p className="t2">
          {text.plan.approvedBy(visibleName(plan.approval.by), dayKey(new Date(plan.approval.at), zone))}
        </p>
      ) : (
        <p>
          <DueMark state="never" word={text.plan.notApproved} />
        </p>
      )}
      {plan.reviewDue === null ? null : (
        <p className="welcome-line">
          <span className="t2 clip">{text.welcome.nextLook}</span>
          {plan.reviewState === 'ok' ? (
            <span className="meta num">{dayKey(new Date(plan.reviewDue), zone)}</span>
          ) : (
            <DueMark state={plan.reviewState} when={dayKey(new Date(plan.reviewDue), zone)} />
          )}
        </p>
      )}
    </Column>
  );
}

/** What is ready, and what is overdue: seen at each start, without a case. */
export function PreparationPanel() {
  const text = en.preparation.welcome;
  const { shown, error } = usePreparation();
  useEffect(() => void loadPreparation(), []);
  return (
    <section className="welcome-prep" aria-labelledby="welcome-prep-heading">
      <div className="row">
        <h2 id="welcome-prep-heading">{text.heading}</h2>
        <span className="meta">{text.hint}</span>
        <Button look="quiet" className="right" keys={['P']} onClick={() => open('team')}>
          {text.open}
        </Button>
      </div>
      {error === null ? null : (
        <Notice tone="danger" role="alert" title={en.preparation.loadFailed}>
          {errorWords(error)} <ErrorCode code={error.code} />
        </Notice>
      )}
      {shown === null ? null : (
        <ul className="welcome-columns">
          <Team shown={shown} />
          <Defences shown={shown} />
          <Plan shown={shown} />
        </ul>
      )}
    </section>
  );
}
