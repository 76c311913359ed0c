import { useEffect } from 'react';
import { errorWords } from '../../format/error-words.ts';
import { useCase } from '../../state/case.ts';
import { loadCoverage, loadLogs, openLogForm, useLogs } from '../../state/logs.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { IconFileSearch, IconPlus } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { Coverage } from './coverage.tsx';
import { Rotations } from './rotations.tsx';
import { WantedLogs } from './wanted-logs.tsx';
import './logs.css';

/** What is written about wanted logs and coverage, for the head of the screen. */
export function LogsActions() {
  const text = en.logs;
  return (
    <>
      <Button icon={IconPlus} onClick={() => openLogForm({ kind: 'want' })}>
        {text.want}
      </Button>
      <Button
        look="primary"
        icon={IconFileSearch}
        onClick={() => openLogForm({ kind: 'cover', source: '', host: '' })}
      >
        {text.cover}
      </Button>
    </>
  );
}

/** Which logs do we have, who read what of them, and what did nobody read? */
export function Logs() {
  const { wanted, coverage, rotations, error } = useLogs();
  const writable = useCase(({ info }) => info !== null && !info.readOnly && !info.sealed);
  useEffect(() => {
    void loadLogs();
    void loadCoverage();
  }, []);
  return (
    <>
      {error === null ? null : (
        <Notice tone="danger" role="alert" title={en.logs.loadFailed}>
          {errorWords(error)} <ErrorCode code={error.code} />
        </Notice>
      )}
      <div className="body">
        <div className="logs-main">
          {wanted === null ? null : <WantedLogs logs={wanted} writable={writable} />}
          {coverage === null ? null : <Coverage coverage={coverage} writable={writable} />}
          {wanted === null ? null : <Rotations rotations={rotations} writable={writable} />}
        </div>
      </div>
    </>
  );
}
