import { DEFAULT_SETTINGS, type DeviceSettings, parseSettings, settingsText } from '../domain/settings.ts';
import type { SettingsFault } from '../domain/settings.ts';
import { readSettingsText, replaceSettingsText, setSettingsAside } from '../store/profile/settings-file.ts';

export interface KnownSettings {
  readonly settings: DeviceSettings;
  /** Set where the file could not be used, so that these are the defaults. It is left as it is. */
  readonly fault: SettingsFault | null;
}

/** The settings of this device. Never throws: a window opens with whatever lies there. @param folder of the profile */
export function readDeviceSettings(folder: string): KnownSettings {
  const text = readSettingsText(folder);
  if (text === null) return { settings: DEFAULT_SETTINGS, fault: null };
  const parsed = text === undefined ? 'unreadable' : parseSettings(text);
  if (typeof parsed === 'string') return { settings: DEFAULT_SETTINGS, fault: parsed };
  return { settings: parsed, fault: null };
}

/**
 * Writes the settings of this device.
 * @param aside gives a file that cannot be used another name first; without it such a file must not be there
 * @throws CaseError what the file system refuses
 */
export function writeDeviceSettings(folder: string, settings: DeviceSettings, aside: boolean): void {
  if (aside) setSettingsAside(folder);
  replaceSettingsText(folder, settingsText(settings));
}

/** Whether opened files are remembered. Where the settings cannot be read they may say no, so nothing is added. */
export function remembersFiles(folder: string): boolean {
  const { settings, fault } = readDeviceSettings(folder);
  return settings.recent && fault === null;
}
