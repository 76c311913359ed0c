import { useEffect } from 'react';
import { errorWords } from '../../format/error-words.ts';
import { count } from '../../format/number.ts';
import { fullTime } from '../../format/time.ts';
import { loadPreparation, openPreparationForm, usePreparation } from '../../state/preparation.ts';
import { saveSheet } from '../../state/preparation-files.ts';
import type { PreparationTab } from '../../state/session.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { IconFlask, IconPrinter, IconUsers } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { Defences } from './defences.tsx';
import { Findings } from './findings.tsx';
import { OrganisationForm } from './organisation.tsx';
import { PlanPage } from './plan-page.tsx';
import { PreparationForms } from './preparation-forms.tsx';
import { PreparationTabs } from './preparation-tabs.tsx';
import { Reviews } from './reviews.tsx';
import { Team } from './team.tsx';
import './preparation.css';

interface Props {
  readonly tab: PreparationTab;
}

/** Are we ready, and what is due? */
export function Preparation({ tab }: Props) {
  const text = en.preparation;
  const { shown, error } = usePreparation();
  useEffect(() => void loadPreparation(), []);
  return (
    <main className="prep" aria-labelledby="prep-heading">
      <div className="prep-head">
        <h1 id="prep-heading">{text.title}</h1>
        <span className="meta">
          {text.hint}
          {shown === null ? '' : text.zone(shown.zone)}
        </span>
        <span className="right row">
          <Button icon={IconPrinter} onClick={() => void saveSheet('grab')}>
            {text.grabSheet}
          </Button>
          <Button icon={IconUsers} onClick={() => void saveSheet('contacts')}>
            {text.contactSheet}
          </Button>
          <Button icon={IconFlask} onClick={() => openPreparationForm({ kind: 'drill' })}>
            {text.drill}
          </Button>
        </span>
      </div>
      <PreparationTabs shown={tab} />
      {error === null ? null : (
        <Notice tone="danger" role="alert" title={text.loadFailed}>
          {errorWords(error)} <ErrorCode code={error.code} />
        </Notice>
      )}
      {shown === null || shown.olderThanSeen === null ? null : (
        <Notice
          tone="warn"
          title={text.older(
            count(shown.olderThanSeen.missing),
            fullTime(new Date(shown.olderThanSeen.seen), shown.zone, 'minute'),
          )}
        />
      )}
      {shown === null ? null : (
        <div className="prep-body">
          {tab === 'team' ? <Team shown={shown} /> : null}
          {tab === 'defences' ? <Defences shown={shown} /> : null}
          {tab === 'findings' ? <Findings shown={shown} /> : null}
          {tab === 'reviews' ? <Reviews shown={shown} /> : null}
          {tab === 'organisation' ? <OrganisationForm organisation={shown.organisation} /> : null}
          {tab === 'plan' ? <PlanPage shown={shown} /> : null}
        </div>
      )}
      {shown === null ? null : <PreparationForms shown={shown} />}
    </main>
  );
}
