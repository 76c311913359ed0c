import type { SettingsChange, ShownSettings } from '../contract/settings.ts';
import { CaseError } from '../domain/errors.ts';
import { type DeviceSettings, TEXT_SIZES } from '../domain/settings.ts';
import { readDeviceSettings, writeDeviceSettings } from '../engine/device-settings.ts';

export interface SettingsKeeper {
  now(): ShownSettings;
  /** Applies a change at once and writes it down. @param setAside also where the file cannot be used */
  change(change: SettingsChange, setAside?: boolean): ShownSettings;
  /** The next larger or smaller size of text; 0 is the designed one. */
  stepTextSize(direction: 1 | -1 | 0): void;
}

const DESIGNED = 100;

/**
 * The settings of this device, read once at the start: the one program of a profile is the only one that changes them.
 * @param folder of the profile @param apply is told each time they are others
 */
export function keepSettings(folder: string, apply: (shown: ShownSettings) => void): SettingsKeeper {
  let shown: ShownSettings = { ...readDeviceSettings(folder), notSaved: null };

  const write = (settings: DeviceSettings, setAside: boolean): ShownSettings => {
    if (shown.fault !== null && !setAside) return { settings, fault: shown.fault, notSaved: null };
    try {
      writeDeviceSettings(folder, settings, shown.fault !== null);
      return { settings, fault: null, notSaved: null };
    } catch (error) {
      if (!(error instanceof CaseError)) throw error;
      const { code, message, details } = error;
      return { settings, fault: shown.fault, notSaved: { code, message, details: { ...details } } };
    }
  };

  const change = (part: SettingsChange, setAside = false): ShownSettings => {
    const { lockAfter, theme, textSize, recent, notify } = shown.settings;
    const next = {
      lockAfter: part.lockAfter ?? lockAfter,
      theme: part.theme ?? theme,
      textSize: part.textSize ?? textSize,
      recent: part.recent ?? recent,
      notify: part.notify ?? notify,
    };
    shown = write(next, setAside);
    apply(shown);
    return shown;
  };

  return {
    now: () => shown,
    change,
    stepTextSize: (direction) => {
      const at = TEXT_SIZES.indexOf(shown.settings.textSize);
      const textSize = direction === 0 ? DESIGNED : TEXT_SIZES[at + direction];
      if (textSize !== undefined && textSize !== shown.settings.textSize) change({ textSize });
    },
  };
}
