import { type DeviceSettings, LOCK_AFTER } from '../../../src-main/domain/settings.ts';
import { changeSettings } from '../../state/settings.ts';
import { en } from '../../strings/en.ts';
import { Segmented } from '../../ui/segmented.tsx';

/** When a case is locked by itself. */
export function LockSettings({ lockAfter }: Pick<DeviceSettings, 'lockAfter'>) {
  const text = en.settings.lock;
  const word = (minutes: number): string => (minutes === 0 ? text.never : text.minutes(String(minutes)));
  return (
    <section className="setting" aria-labelledby="setting-lock">
      <h2 id="setting-lock">{text.title}</h2>
      <p className="label">{text.after}</p>
      <Segmented
        label={text.after}
        value={String(lockAfter)}
        options={LOCK_AFTER.map((minutes) => ({ value: String(minutes), label: word(minutes) }))}
        onChange={(value) => {
          const chosen = LOCK_AFTER.find((minutes) => String(minutes) === value);
          if (chosen !== undefined) void changeSettings({ lockAfter: chosen });
        }}
      />
      <p className="meta">{lockAfter === 0 ? text.neverHint : text.hint}</p>
    </section>
  );
}
