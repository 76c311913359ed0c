import { Suspense, lazy, useEffect, useState } from 'react';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import type { Recent } from '../../../src-main/contract/profile.ts';
import { ask } from '../../api/client.ts';
import { errorWords } from '../../format/error-words.ts';
import { chooseCase, chooseCheck, goToCase, openCase } from '../../state/open.ts';
import { showScreen } from '../../state/session.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { painted } from '../../ui/painted.ts';
import { type KeyMap, useKeys } from '../../ui/keyboard.ts';
import { Notice } from '../../ui/notice.tsx';
import { RecentCases } from './recent-cases.tsx';
import { StandFoot } from './stand-foot.tsx';
import { StartList } from './start-list.tsx';
import { useDroppedCase } from './use-dropped-case.ts';
import { WhatItProves } from './what-it-proves.tsx';
import './welcome.css';

/** Loaded when the buttons stand: whoever starts an incident does not wait for it. */
const PreparationPanel = lazy(async () => ({
  default: (await import('./preparation-panel.tsx')).PreparationPanel,
}));

/** Which record do I need now? */
export function Welcome() {
  const [recent, setRecent] = useState<readonly Recent[] | null>(null);
  const [error, setError] = useState<ErrorData | null>(null);
  const [preparing, setPreparing] = useState(false);
  const [kept, setKept] = useState(true);
  const dropping = useDroppedCase((path, check) => {
    if (check) showScreen({ kind: 'check', path });
    else void goToCase(path);
  });

  useEffect(() => {
    let current = true;
    // The buttons are there first: the answer starts the engine, which takes a core for a moment.
    void painted()
      .then(async () => ask('profile.recent', {}))
      .then((answer) => {
        if (!current) return;
        if (answer.ok) {
          setRecent(answer.data.recent);
          setKept(answer.data.kept);
        } else setError(answer.error);
      });
    return () => {
      current = false;
    };
  }, []);

  const sample = async (): Promise<void> => {
    if (preparing) return;
    setPreparing(true);
    setError(null);
    const made = await ask('sample.create', {});
    const failure = made.ok ? await openCase(made.data.path, made.data.passphrase, 'normal') : made.error;
    setPreparing(false);
    setError(failure);
  };
  const forget = async (path: string): Promise<void> => {
    const answer = await ask('profile.forget', { path });
    if (answer.ok) setRecent((list) => (list ?? []).filter((item) => item.path !== path));
    else setError(answer.error);
  };

  const numbers = (recent ?? []).slice(0, 9).map((item, at) => {
    return [String(at + 1), () => (item.exists ? void goToCase(item.path) : undefined)] as const;
  });
  const keys: KeyMap = {
    n: () => showScreen({ kind: 'new' }),
    o: () => void chooseCase(),
    c: () => void chooseCheck(),
    s: () => void sample(),
    p: () => showScreen({ kind: 'preparation', tab: 'team' }),
    ...Object.fromEntries(numbers),
  };
  useKeys(keys);

  return (
    <div className="stand">
      <main className="welcome" aria-labelledby="welcome-heading">
        <StartList preparing={preparing} onSample={() => void sample()} />
        <section className="welcome-recent" aria-labelledby="recent-heading">
          {error === null ? null : (
            <Notice
              tone="danger"
              role="alert"
              title={errorWords(error)}
              actions={<Button onClick={() => setError(null)}>{en.common.dismiss}</Button>}
            >
              <ErrorCode code={error.code} />
            </Notice>
          )}
          <div className="row">
            <h2 id="recent-heading">{en.start.welcome.recent}</h2>
            <span className="meta right hide-narrow">{en.start.welcome.recentHint}</span>
          </div>
          <div className="welcome-list">
            {recent === null ? null : (
              <RecentCases recent={recent} kept={kept} onForget={(path) => void forget(path)} />
            )}
          </div>
          {recent === null ? null : (
            <Suspense fallback={null}>
              <PreparationPanel />
            </Suspense>
          )}
          <WhatItProves />
        </section>
      </main>
      <StandFoot />
      {dropping === null ? null : (
        <div className="drop-frame" role="status">
          <div>
            <b>{dropping === 'check' ? en.start.welcome.dropCheck : en.start.welcome.drop}</b>
            <span className="t2">
              {dropping === 'check' ? en.start.welcome.dropCheckHint : en.start.welcome.dropHint}
            </span>
          </div>
        </div>
      )}
    </div>
  );
}
