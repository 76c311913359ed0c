import type { DeviceSettings } from '../../../src-main/domain/settings.ts';
import { changeSettings } from '../../state/settings.ts';
import { en } from '../../strings/en.ts';

/** Whether opened files are remembered. */
export function RecentSettings({ recent }: Pick<DeviceSettings, 'recent'>) {
  const text = en.settings.recent;
  return (
    <section className="setting" aria-labelledby="setting-recent">
      <h2 id="setting-recent">{text.title}</h2>
      <label className="row">
        <input
          type="checkbox"
          checked={recent}
          onChange={(event) => void changeSettings({ recent: event.currentTarget.checked })}
        />
        {text.label}
      </label>
      <p className="meta" role="status">
        {recent ? text.hint : text.offHint}
      </p>
    </section>
  );
}
