import { StrictMode, useEffect } from 'react';
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
import { inOwnChunk } from './ui/in-own-chunk.tsx';
import { useKeys } from './ui/keyboard.ts';
import { painted } from './ui/painted.ts';
import { UiProvider } from './ui/provider.tsx';

/** Milliseconds that belong to the first screen, its list of cases and the engine that knows them. */
const FIRST_USE = 250;

/** Most of the program; loaded when the first screen stands, or where it is wanted sooner. */
const { load: loadCaseScreen, InOwnChunk: CaseScreen } = inOwnChunk(
  async () => (await import('./case-screen.tsx')).CaseScreen,
);
const { InOwnChunk: CheckFile } = inOwnChunk(
  async () => (await import('./features/check/check-file.tsx')).CheckFile,
);
const { InOwnChunk: SettingsScreen } = inOwnChunk(
  async () => (await import('./settings-screen.tsx')).SettingsScreen,
);
const { InOwnChunk: PreparationScreen } = inOwnChunk(
  async () => (await import('./preparation-screen.tsx')).PreparationScreen,
);

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
      return <CheckFile key={screen.path} path={screen.path} />;
    case 'settings':
      return <SettingsScreen />;
    case 'preparation':
      return <PreparationScreen tab={screen.tab} />;
    case 'curtain':
    case 'case':
      return <CaseScreen />;
  }
}

function Window() {
  const screen = useSession((state) => state.screen);
  const keysShown = useSession((state) => state.keysShown);
  useEffect(() => {
    void start()
      .then(painted)
      .then(async () => new Promise((resolve) => setTimeout(resolve, FIRST_USE)))
      .then(async () => Promise.all([casePart(), loadCaseScreen()]));
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
