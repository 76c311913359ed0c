import { type DeviceSettings, TEXT_SIZES, THEMES } from '../../../src-main/domain/settings.ts';
import { changeSettings } from '../../state/settings.ts';
import { en } from '../../strings/en.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { SelectField } from '../../ui/select-field.tsx';

/** Theme and size of text, in every window at once. */
export function Appearance({ theme, textSize }: Pick<DeviceSettings, 'theme' | 'textSize'>) {
  const text = en.settings.look;
  return (
    <section className="setting" aria-labelledby="setting-look">
      <h2 id="setting-look">{text.title}</h2>
      <p className="label">{text.theme}</p>
      <Segmented
        label={text.theme}
        value={theme}
        options={THEMES.map((value) => ({ value, label: text.themes[value] }))}
        onChange={(value) => void changeSettings({ theme: value })}
      />
      <SelectField
        label={text.size}
        value={String(textSize)}
        options={TEXT_SIZES.map((size) => ({ value: String(size), label: text.percent(String(size)) }))}
        onChange={(value) => {
          const chosen = TEXT_SIZES.find((size) => String(size) === value);
          if (chosen !== undefined) void changeSettings({ textSize: chosen });
        }}
      />
      <p className="meta">{text.sizeHint}</p>
    </section>
  );
}
