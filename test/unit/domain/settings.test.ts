import { expect, test } from 'vitest';
import { knownSettingsSchema } from '../../../src-main/contract/settings.ts';
import {
  DEFAULT_SETTINGS,
  LOCK_AFTER,
  parseSettings,
  settingsText,
  TEXT_SIZES,
  THEMES,
} from '../../../src-main/domain/settings.ts';

test('what is written is read back, and what the window may ask for is what the file may hold', () => {
  for (const lockAfter of LOCK_AFTER) {
    for (const theme of THEMES) {
      for (const textSize of TEXT_SIZES) {
        const settings = { lockAfter, theme, textSize, recent: false, notify: false };
        expect(parseSettings(settingsText(settings))).toEqual(settings);
        expect(knownSettingsSchema.safeParse({ settings, fault: null, notSaved: null }).success).toBe(true);
      }
    }
  }
  expect(DEFAULT_SETTINGS.lockAfter).toBe(15);
  // A file from before there were notifications.
  expect(parseSettings(settingsText(DEFAULT_SETTINGS).replace(/,\n *"notify".*/u, ''))).toEqual(
    DEFAULT_SETTINGS,
  );
});

test.each([
  ['nothing', ''],
  ['half a file', settingsText(DEFAULT_SETTINGS).slice(0, 40)],
  ['another document', '[]'],
  ['null', 'null'],
  ['no format', '{"theme":"dark"}'],
  ['another format', '{"format":"holdfast/settings/x"}'],
  ['version 0', settingsText(DEFAULT_SETTINGS).replace('settings/1', 'settings/0')],
  ['a time that cannot be chosen', settingsText(DEFAULT_SETTINGS).replace('15', '7')],
  ['a number as text', settingsText(DEFAULT_SETTINGS).replace('15', '"15"')],
  ['one setting too many', settingsText(DEFAULT_SETTINGS).replace('{', '{ "__proto__": 1, "more": 1,')],
  ['one too few', settingsText(DEFAULT_SETTINGS).replace(/"theme".*\n/u, '')],
])('%s is no settings file', (_name, text) => {
  expect(parseSettings(text)).toBe('unreadable');
});

test('a later version says so, whatever else it holds', () => {
  expect(parseSettings('{"format":"holdfast/settings/2","colour":"green"}')).toBe('newer');
});
