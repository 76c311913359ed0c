import { ThisDevice } from './features/authors/this-device.tsx';
import { DoneToasts } from './features/frame/done-toasts.tsx';
import { Settings } from './features/settings/settings.tsx';
import { showScreen } from './state/session.ts';
import { en } from './strings/en.ts';
import { Button } from './ui/button.tsx';
import { useKeys } from './ui/keyboard.ts';

/** The settings where no case is open. */
export function SettingsScreen() {
  const back = (): void => showScreen({ kind: 'welcome' });
  useKeys({ escape: back });
  return (
    <div className="stand">
      <main className="settings-page" aria-labelledby="settings-heading">
        <div className="settings-head">
          <h1 id="settings-heading">{en.settings.title}</h1>
          <span className="meta">{en.settings.hint}</span>
        </div>
        <Settings>
          <ThisDevice />
        </Settings>
      </main>
      <footer className="standfoot">
        <span>{en.common.noNetwork}</span>
        <Button look="quiet" className="small right" keys={['Esc']} autoFocus onClick={back}>
          {en.settings.back}
        </Button>
      </footer>
      <DoneToasts />
    </div>
  );
}
