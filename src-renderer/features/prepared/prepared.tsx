import { useEffect } from 'react';
import type { Preparation } from '../../../src-main/contract/preparation.ts';
import { errorWords } from '../../format/error-words.ts';
import { dayKey } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { showSection } from '../../state/case.ts';
import { loadPreparation, usePreparation } from '../../state/preparation.ts';
import { saveSheet } from '../../state/preparation-files.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { DueMark } from '../../ui/due-mark.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { IconAddressBook, IconPrinter, IconUsers } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { PreparedTeam } from './prepared-team.tsx';
import './prepared.css';

function Organisation({ organisation }: Pick<Preparation, 'organisation'>) {
  const text = en.prepared;
  const { legalName, tradingName, sellerId, sites, servers } = organisation;
  const lines = [
    [legalName, tradingName === legalName ? '' : tradingName].filter((part) => part !== '').join(', '),
    sellerId,
    ...sites,
    ...servers.map(({ name, role, reference }) => text.server(name, role, reference)),
  ].filter((line) => line !== '');
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="prepared-organisation">
      <h2 id="prepared-organisation">{text.organisation}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line} className="prepared-line" dir="auto">
            {visibleName(line)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Defences({ defences, zone }: Pick<Preparation, 'defences' | 'zone'>) {
  return (
    <section aria-labelledby="prepared-defences">
      <h2 id="prepared-defences">{en.prepared.defences}</h2>
      <ul>
        {defences.map(({ id, title, owner, state, due }) => (
          <li key={id} className="prepared-line">
            <span className="grow">
              {visibleName(title)}
              {owner === '' ? null : <span className="meta"> {visibleName(owner)}</span>}
            </span>
            <DueMark state={state} {...(due === null ? {} : { when: dayKey(new Date(due), zone) })} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Plan({ plan, zone }: Pick<Preparation, 'plan' | 'zone'>) {
  const text = en.prepared;
  const { approval, approved } = plan;
  return (
    <section aria-labelledby="prepared-plan">
      <h2 id="prepared-plan">{text.plan}</h2>
      <p className="prepared-line">
        <span className="grow">{text.planNow(visibleName(plan.title), plan.version)}</span>
        {approval !== null && approved ? (
          <DueMark
            state="ok"
            word={en.preparation.plan.approvedBy(
              visibleName(approval.by),
              dayKey(new Date(approval.at), zone),
            )}
          />
        ) : (
          <DueMark state="never" word={text.notApproved} />
        )}
      </p>
      <p className="meta">{text.planOfCase}</p>
    </section>
  );
}

/** Who is called, and what is ready on this laptop, while a case is open. Nothing is written here. */
export function Prepared() {
  const text = en.prepared;
  const { shown, error } = usePreparation();
  useEffect(() => void loadPreparation(), []);
  const none = shown !== null && shown.path === null;
  return (
    <>
      <div className="head">
        <h1 id="screen-heading">{text.title}</h1>
        <span className="meta clip">{text.hint}</span>
        {shown === null || none ? null : (
          <span className="right row">
            <Button icon={IconPrinter} onClick={() => void saveSheet('grab')}>
              {en.preparation.grabSheet}
            </Button>
            <Button icon={IconUsers} onClick={() => void saveSheet('contacts')}>
              {en.preparation.contactSheet}
            </Button>
          </span>
        )}
      </div>
      {error === null ? null : (
        <Notice tone="danger" role="alert" title={en.preparation.loadFailed}>
          {errorWords(error)} <ErrorCode code={error.code} />
        </Notice>
      )}
      {none ? (
        <div className="body">
          <div className="grow">
            <Empty icon={IconAddressBook} title={text.none} hint={text.ownOne}>
              <Button onClick={() => showSection('facts')}>{text.facts}</Button>
            </Empty>
          </div>
        </div>
      ) : null}
      {shown === null || none ? null : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and nothing in it takes the focus
        <div className="body prepared" tabIndex={0} role="group" aria-label={text.title}>
          <div className="prepared-page">
            <PreparedTeam shown={shown} />
            <div className="prepared-columns">
              <Defences defences={shown.defences} zone={shown.zone} />
              <div>
                <Plan plan={shown.plan} zone={shown.zone} />
                <Organisation organisation={shown.organisation} />
              </div>
            </div>
          </div>
        </div>
      )}
    </>
  );
}
