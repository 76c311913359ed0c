import { StrictMode, Suspense, lazy, useEffect } from 'react';
import { Damaged } from './features/damaged/damaged.tsx';
import { KeysDialog } from './features/keys/keys-dialog.tsx';
import { NewIncident } from './features/new-incident/new-incident.tsx';
import { UnlockProfile } from './features/profile/unlock-profile.tsx';
import { Unlock } from './features/unlock/unlock.tsx';
import { Welcome } from './features/welcome/welcome.tsx';
import { casePart } from './state/case-part.ts';
import { runCommand } from './state/commands.ts';
import { type Screen, showKeys, useSession } from './state/session.ts';
import { start } from './state/start.ts';
import { useKeys } from './ui/keyboard.ts';
import { painted } from './ui/painted.ts';
import { UiProvider } from './ui/provider.tsx';

const loadCaseScreen = async () => import('./case-screen.tsx');

/** Most of the program; loaded when the first screen stands. */
const CaseScreen = lazy(async () => ({ default: (await loadCaseScreen()).CaseScreen }));

const CheckFile = lazy(async () => ({
  default: (await import('./features/check/check-file.tsx')).CheckFile,
}));
const SettingsScreen = lazy(async () => ({
  default: (await import('./settings-screen.tsx')).SettingsScreen,
}));
const PreparationScreen = lazy(async () => ({
  default: (await import('./preparation-screen.tsx')).PreparationScreen,
}));

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
      return <Damaged path={screen.path} error={screen.error} by={screen.by} />;
    case 'check':
      return (
        <Suspense fallback={null}>
          <CheckFile key={screen.path} path={screen.path} />
        </Suspense>
      );
    case 'settings':
      return (
        <Suspense fallback={null}>
          <SettingsScreen />
        </Suspense>
      );
    case 'preparation':
      return (
        <Suspense fallback={null}>
          <PreparationScreen tab={screen.tab} />
        </Suspense>
      );
    case 'curtain':
    case 'case':
      return (
        <Suspense fallback={null}>
          <CaseScreen />
        </Suspense>
      );
  }
}

function Window() {
  const screen = useSession((state) => state.screen);
  const keysShown = useSession((state) => state.keysShown);
  useEffect(() => {
    void start();
    void painted().then(async () => Promise.all([casePart(), loadCaseScreen()]));
  }, []);
  useKeys({
    '?': () => showKeys(true),
    'mod+n': () => void runCommand('new'),
    'mod+o': () => void runCommand('open'),
    'mod+,': () => void runCommand('settings'),
  });
  return (
    <>
      <CurrentScreen screen={screen} />
      <UnlockProfile />
      {keysShown ? <KeysDialog onClose={() => showKeys(false)} /> : null}
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
