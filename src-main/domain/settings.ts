/** Appearance of the window; `system` follows the operating system. */
export const THEMES = ['system', 'light', 'dark'] as const;
/** Percent of the designed size. */
export const TEXT_SIZES = [90, 100, 110, 125, 150, 175, 200] as const;
/** Minutes without a key or the mouse after which a case is locked; 0 = never. */
export const LOCK_AFTER = [0, 5, 15, 30, 60] as const;

/** What this device remembers of how its person works. No part of any record, and nothing secret. */
export interface DeviceSettings {
  readonly lockAfter: (typeof LOCK_AFTER)[number];
  readonly theme: (typeof THEMES)[number];
  readonly textSize: (typeof TEXT_SIZES)[number];
  /** Whether name and place of opened case files are remembered. */
  readonly recent: boolean;
  /** Whether the operating system tells that a long job has ended while nobody looks. */
  readonly notify: boolean;
}

export const DEFAULT_SETTINGS: DeviceSettings = {
  lockAfter: 15,
  theme: 'system',
  textSize: 100,
  recent: true,
  notify: true,
};

/** Why settings were not taken from their file. */
export type SettingsFault = 'unreadable' | 'newer';

const VERSION = 1;
const FORMAT = 'holdfast/settings/';

export const settingsText = (settings: DeviceSettings): string =>
  `${JSON.stringify({ format: `${FORMAT}${VERSION}`, ...settings }, null, 2)}\n`;

/**
 * Reads the text of a settings file. By hand and strictly: the window waits for it before it is drawn, and the schema
 * library would take longer than everything else until then.
 */
export function parseSettings(text: string): DeviceSettings | SettingsFault {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return 'unreadable';
  }
  if (typeof given !== 'object' || given === null || !('format' in given)) return 'unreadable';
  const { format, ...rest } = given as Readonly<Record<string, unknown>>;
  const version = /^holdfast\/settings\/([1-9]\d{0,8})$/u.exec(String(format))?.[1];
  if (version === undefined) return 'unreadable';
  if (Number(version) > VERSION) return 'newer';
  // Files that were written before there was such a thing do not name it.
  const settings = { notify: DEFAULT_SETTINGS.notify, ...rest };
  return isSettings(settings) ? settings : 'unreadable';
}

function isSettings(
  given: Readonly<Record<string, unknown>>,
): given is Readonly<Record<string, unknown>> & DeviceSettings {
  const { lockAfter, theme, textSize, recent, notify, ...more } = given as Record<
    keyof DeviceSettings,
    unknown
  >;
  const among = (list: readonly unknown[], value: unknown): boolean => list.includes(value);
  return (
    among(LOCK_AFTER, lockAfter) &&
    among(THEMES, theme) &&
    among(TEXT_SIZES, textSize) &&
    typeof recent === 'boolean' &&
    typeof notify === 'boolean' &&
    Object.keys(more).length === 0
  );
}
