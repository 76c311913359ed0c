import { useEffect } from 'react';
import { JudgeFinding } from './features/log-search/finding-parts.tsx';
import { Findings } from './features/log-search/findings.tsx';
import { LogIntake } from './features/log-search/log-intake.tsx';
import { LogSearch } from './features/log-search/log-search.tsx';
import { LogSources } from './features/log-search/log-sources.tsx';
import { SourceDialogs } from './features/log-search/source-dialogs.tsx';
import { LogForms } from './features/logs/log-forms.tsx';
import { Logs, LogsActions } from './features/logs/logs.tsx';
import { count } from './format/number.ts';
import { useCase } from './state/case.ts';
import { chooseLogs } from './state/log-intake.ts';
import { isOpen, loadFindings, useLogFindings } from './state/log-findings.ts';
import { loadLogSources, showLogTab, shownTab, useLogSources } from './state/log-sources.ts';
import { useLogs } from './state/logs.ts';
import { en } from './strings/en.ts';
import { Button } from './ui/button.tsx';
import { IconPlus } from './ui/icons.ts';
import { Segmented } from './ui/segmented.tsx';

/** How much there is to search, or how many of the wanted logs are complete. */
function Meta({ wanted }: { readonly wanted: boolean }) {
  const rows = useLogSources((state) => state.rows);
  const logs = useLogs((state) => state.wanted);
  if (!wanted) return <>{rows === 0 ? '' : en.logSearch.rows(count(rows))}</>;
  const here = (logs ?? []).filter(({ state }) => state !== 'not-available');
  const read = here.filter(({ missing }) => missing.length === 0).length;
  return <>{logs === null ? '' : en.logs.hint(read, here.length)}</>;
}

/** The logs: searched, listed, and what of them is wanted and was read. */
export function LogsScreen() {
  const tab = useLogSources(shownTab);
  const isKnown = useLogSources((state) => state.sources !== null);
  const writable = useCase(({ info }) => info !== null && !info.readOnly && !info.sealed);
  const text = en.logSearch.tabs;
  const open = useLogFindings(({ found }) => found?.findings.filter(isOpen).length ?? 0);
  useEffect(() => void loadLogSources().then(loadFindings), []);
  return (
    <>
      <div className="head wraps">
        <h1 id="screen-heading">{en.logs.title}</h1>
        <Segmented
          label={text.label}
          value={tab}
          options={[
            { value: 'search', label: text.search },
            {
              value: 'findings',
              label: open === 0 ? en.logFindings.tab : `${en.logFindings.tab} ${count(open)}`,
            },
            { value: 'sources', label: text.sources },
            { value: 'wanted', label: text.wanted },
          ]}
          onChange={showLogTab}
        />
        <span className="meta clip num">
          <Meta wanted={tab === 'wanted'} />
        </span>
        {writable ? (
          <span className="right row">
            {tab === 'wanted' ? (
              <LogsActions />
            ) : (
              <Button icon={IconPlus} onClick={() => void chooseLogs()}>
                {en.logSearch.add}
              </Button>
            )}
          </span>
        ) : null}
      </div>
      {!isKnown && tab !== 'wanted' ? null : tab === 'search' ? (
        <LogSearch />
      ) : tab === 'findings' ? (
        <Findings />
      ) : tab === 'sources' ? (
        <LogSources />
      ) : (
        <Logs />
      )}
      <LogForms />
      <SourceDialogs />
      <JudgeFinding />
      <LogIntake />
    </>
  );
}
