import { useEffect } from 'react';
import { errorWords } from '../../format/error-words.ts';
import { fullTime } from '../../format/time.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { showSection, useCase, useShownZone } from '../../state/case.ts';
import { makeDocument, useDocument } from '../../state/document.ts';
import { showTask } from '../../state/merge.ts';
import { loadOwner, useOwner } from '../../state/owner.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconCircleCheck, IconHelpCircle, IconPrinter, IconUpload } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { useMinute } from '../../ui/use-now.ts';
import { MustDo } from './must-do.tsx';
import { factBy, factSaid, toldWords } from './owner-words.ts';
import { WhereWeAre } from './where-we-are.tsx';
import './owner.css';

/** What was remarked here goes back as a copy, which the others merge. */
function sendBack(): void {
  showTask('copy');
  showSection('share');
}

/** What does the owner have to know, and to do? */
export function Owner() {
  const { view, error } = useOwner();
  // Whatever was written meanwhile, and each minute, because deadlines come.
  const entries = useCase((state) => state.info?.entries ?? 0);
  const minute = useMinute();
  // A copy that is made is an entry of the record it is made of.
  const readOnly = useCase((state) => state.info?.readOnly ?? true);
  const { busy, error: notMade } = useDocument();
  const zone = useShownZone();
  const text = en.owner;
  useEffect(() => void loadOwner(), [entries, minute]);
  if (view === null) {
    return error === null ? null : (
      <Notice tone="danger" role="alert" title={text.loadFailed}>
        {errorWords(error)} <ErrorCode code={error.code} />
      </Notice>
    );
  }
  const kept = view.kept.map((kind) => text.keptKinds[kind]);
  return (
    <div className="body owner">
      <div className="owner-page">
        <div className="row">
          <h1 id="screen-heading">{text.title}</h1>
          <span className="right row">
            {readOnly ? null : (
              <Button icon={IconUpload} onClick={sendBack}>
                {text.sendBack}
              </Button>
            )}
            <Button icon={IconPrinter} aria-disabled={busy} onClick={() => void makeDocument('owner')}>
              {text.print}
            </Button>
          </span>
        </div>
        {notMade === null ? null : (
          <Notice tone="danger" role="alert" title={en.review.document.failed}>
            {errorWords(notMade)} <ErrorCode code={notMade.code} />
          </Notice>
        )}
        <WhereWeAre view={view} />
        <MustDo tasks={view.must} />
        <div className="owner-columns">
          <section aria-labelledby="owner-known">
            <h2 id="owner-known">{text.known}</h2>
            <ul className="owner-list">
              {view.known.map((fact) => (
                <li key={fact.name}>
                  <Ic of={IconCircleCheck} className="ok-text" />
                  <span>
                    {factSaid(fact, zone)} <span className="owner-by num">{factBy(fact, zone)}</span>
                  </span>
                </li>
              ))}
              {view.exhibits === 0 ? null : (
                <li>
                  <Ic of={IconCircleCheck} className="ok-text" />
                  <span>
                    {text.kept(String(view.exhibits))}
                    {kept.length === 0 ? '' : text.among(kept.join(', '))}.
                  </span>
                </li>
              )}
            </ul>
            {view.known.length === 0 && view.exhibits === 0 ? <p>{text.nothingKnown}</p> : null}
          </section>
          <section aria-labelledby="owner-unknown">
            <h2 id="owner-unknown">{text.unknown}</h2>
            {view.unknown.length === 0 ? <p>{text.nothingUnknown}</p> : null}
            <ul className="owner-list">
              {view.unknown.map((name) => (
                <li key={name}>
                  <Ic of={IconHelpCircle} className="warn-text" />
                  <span>{text.open[name] ?? name}</span>
                </li>
              ))}
            </ul>
          </section>
          <section aria-labelledby="owner-told">
            <h2 id="owner-told">{text.told}</h2>
            {view.told.length === 0 ? <p>{text.nobody}</p> : null}
            <dl className="owner-pairs">
              {view.told.map((told) => (
                <div key={told.id}>
                  <dt>{visibleName(told.title)}</dt>
                  <dd className={told.state === 'not-told' ? 'b num' : 'num'}>{toldWords(told, zone)}</dd>
                </div>
              ))}
            </dl>
          </section>
          <section aria-labelledby="owner-due">
            <h2 id="owner-due">{text.due}</h2>
            {view.due.length === 0 ? <p>{text.nothingDue}</p> : null}
            <dl className="owner-pairs">
              {view.due.map(({ title, due, late, who }) => (
                <div key={`${due} ${title}`}>
                  <dt className="num">
                    {fullTime(new Date(due), zone, 'minute')}
                    {late ? <span className="danger-text">, {text.dueLate}</span> : null}
                  </dt>
                  <dd>
                    {visibleText(title)}
                    {who === null ? '' : `, ${text.who(visibleName(who))}`}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        </div>
      </div>
    </div>
  );
}
