import { StrictMode, Suspense, lazy, useEffect } from 'react';
import { Damaged } from './features/damaged/damaged.tsx';
import { KeysDialog } from './features/keys/keys-dialog.tsx';
import { NewIncident } from './features/new-incident/new-incident.tsx';
import { UnlockProfile } from './features/profile/unlock-profile.tsx';
import { Unlock } from './features/unlock/unlock.tsx';
import { Welcome } from './features/welcome/welcome.tsx';
import { useDone } from './state/done.ts';
import { runCommand } from './state/commands.ts';
import { useNoteLine } from './state/note-line.ts';
import { type Screen, showKeys, useSession } from './state/session.ts';
import { start } from './state/start.ts';
import { useKeys } from './ui/keyboard.ts';
import { painted } from './ui/painted.ts';
import { UiProvider } from './ui/provider.tsx';
import { clearToasts, toastDone } from './ui/toast.ts';

const loadCaseScreen = async () => import('./case-screen.tsx');

/** Most of the program; loaded when the first screen stands. */
const CaseScreen = lazy(async () => ({ default: (await loadCaseScreen()).CaseScreen }));

function CurrentScreen({ screen }: { readonly screen: Screen }) {
  switch (screen.kind) {
    case 'starting':
      return null;
    case 'welcome':
      return <Welcome />;
    case 'new':
      return <NewIncident />;
    case 'unlock':
      return <Unlock key={screen.path} path={screen.path} reason={screen.reason} />;
    case 'damaged':
      return <Damaged path={screen.path} error={screen.error} />;
    case 'case':
      return (
        <Suspense fallback={null}>
          <CaseScreen />
        </Suspense>
      );
  }
}

/** Short messages of what is done; a screen that shows no case shows none of them. */
function Toasts({ inCase }: { readonly inCase: boolean }) {
  const last = useDone((state) => state.last);
  // What was not saved stands where they would: its buttons come first.
  const covered = useNoteLine((state) => state.failed.length > 0);
  useEffect(() => {
    if (last !== null && useNoteLine.getState().failed.length === 0) toastDone(last.text);
  }, [last]);
  useEffect(() => {
    if (!inCase || covered) clearToasts();
  }, [inCase, covered]);
  return null;
}

function Window() {
  const screen = useSession((state) => state.screen);
  const keysShown = useSession((state) => state.keysShown);
  const inCase = screen.kind === 'case';
  useEffect(() => {
    void start();
    void painted().then(loadCaseScreen);
  }, []);
  useKeys({
    '?': () => showKeys(true),
    'mod+n': () => void runCommand('new'),
    'mod+o': () => void runCommand('open'),
  });
  return (
    <>
      <CurrentScreen screen={screen} />
      <UnlockProfile />
      {keysShown ? <KeysDialog onClose={() => showKeys(false)} /> : null}
      <Toasts inCase={inCase} />
    </>
  );
}

export function App() {
  return (
    <StrictMode>
      <UiProvider>
        <Window />
      </UiProvider>
    </StrictMode>
  );
}
