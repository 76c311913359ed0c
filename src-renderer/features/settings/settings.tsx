import { type ReactNode, useEffect } from 'react';
import { errorWords } from '../../format/error-words.ts';
import { changeSettings, loadSettings, useSettings } from '../../state/settings.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Appearance } from './appearance.tsx';
import { LockSettings } from './lock-settings.tsx';
import { NotifySettings } from './notify-settings.tsx';
import { RecentSettings } from './recent-settings.tsx';
import './settings.css';

interface Props {
  /** Who writes on this device, and what else belongs to where the settings stand. */
  readonly children: ReactNode;
}

/** What went wrong with the settings themselves. */
function Troubles() {
  const text = en.settings;
  const { shown, error } = useSettings();
  return (
    <>
      {error === null ? null : (
        <Notice tone="danger" role="alert" title={text.failed}>
          {errorWords(error)} <ErrorCode code={error.code} />
        </Notice>
      )}
      {shown === null || shown.fault === null ? null : (
        <Notice
          tone="warn"
          role="alert"
          title={text.faults[shown.fault]}
          actions={<Button onClick={() => void changeSettings({}, true)}>{text.setAside}</Button>}
        >
          {text.faultHint}
        </Notice>
      )}
      {shown === null || shown.notSaved === null ? null : (
        <Notice tone="danger" role="alert" title={text.notSaved}>
          {errorWords(shown.notSaved)} <ErrorCode code={shown.notSaved.code} />
        </Notice>
      )}
    </>
  );
}

/** How does this device work for me? Everything applies at once. */
export function Settings({ children }: Props) {
  const settings = useSettings((state) => state.shown?.settings ?? null);
  useEffect(() => void loadSettings(), []);
  return (
    <div className="settings">
      <Troubles />
      <div className="settings-columns">
        {settings === null ? null : (
          <div>
            <LockSettings lockAfter={settings.lockAfter} />
            <Appearance theme={settings.theme} textSize={settings.textSize} />
            <NotifySettings notify={settings.notify} />
            <RecentSettings recent={settings.recent} />
          </div>
        )}
        <div>{children}</div>
      </div>
    </div>
  );
}
