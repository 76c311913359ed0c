import type { DeviceSettings } from '../../../src-main/domain/settings.ts';
import { changeSettings } from '../../state/settings.ts';
import { en } from '../../strings/en.ts';

/** Whether the system tells of long jobs while nobody looks. */
export function NotifySettings({ notify }: Pick<DeviceSettings, 'notify'>) {
  const text = en.settings.notify;
  return (
    <section className="setting" aria-labelledby="setting-notify">
      <h2 id="setting-notify">{text.title}</h2>
      <label className="row">
        <input
          type="checkbox"
          checked={notify}
          onChange={(event) => void changeSettings({ notify: event.currentTarget.checked })}
        />
        {text.label}
      </label>
      <p className="meta" role="status">
        {notify ? text.hint : text.offHint}
      </p>
    </section>
  );
}
