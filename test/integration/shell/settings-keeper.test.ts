import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ShownSettings } from '../../../src-main/contract/settings.ts';
import { DEFAULT_SETTINGS } from '../../../src-main/domain/settings.ts';
import { readDeviceSettings } from '../../../src-main/engine/device-settings.ts';
import { keepSettings } from '../../../src-main/shell/settings-keeper.ts';

let folder = '';
let applied: ShownSettings[] = [];
const file = (): string => join(folder, 'settings.json');
const keep = () => keepSettings(folder, (shown) => applied.push(shown));

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'holdfast-settings-')), 'profile');
  applied = [];
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

test('a change applies, lies on the disk for this account alone, and holds at the next start', () => {
  const settings = keep();
  expect(settings.now()).toEqual({ settings: DEFAULT_SETTINGS, fault: null, notSaved: null });
  settings.change({ theme: 'dark' });
  settings.change({ lockAfter: 0, recent: false, notify: false });
  expect(applied).toHaveLength(2);
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['settings.json']);
  expect(keep().now().settings).toEqual({
    lockAfter: 0,
    theme: 'dark',
    textSize: 100,
    recent: false,
    notify: false,
  });
});

test('the menu steps through the sizes of text and stops at both ends', () => {
  const settings = keep();
  settings.stepTextSize(1);
  expect(settings.now().settings.textSize).toBe(110);
  for (let i = 0; i < 9; i += 1) settings.stepTextSize(1);
  expect(settings.now().settings.textSize).toBe(200);
  for (let i = 0; i < 9; i += 1) settings.stepTextSize(-1);
  expect(settings.now().settings.textSize).toBe(90);
  settings.stepTextSize(0);
  expect(settings.now().settings.textSize).toBe(100);
});

test.each([
  ['unreadable', 'not JSON'],
  ['newer', '{"format":"holdfast/settings/9","theme":"sepia"}'],
])('a file that is %s is not overwritten until somebody says so, and kept then, too', (fault, text) => {
  mkdirSync(folder);
  writeFileSync(file(), text);
  const settings = keep();
  expect(settings.now()).toEqual({ settings: DEFAULT_SETTINGS, fault, notSaved: null });
  expect(settings.change({ theme: 'dark' })).toMatchObject({ settings: { theme: 'dark' }, fault });
  expect(readFileSync(file(), 'utf8')).toBe(text);
  expect(settings.change({}, true)).toMatchObject({ settings: { theme: 'dark' }, fault: null });
  expect(readFileSync(`${file()}.aside`, 'utf8')).toBe(text);
  expect(keep().now().settings.theme).toBe('dark');
});

test('a folder in the place of the file, and a huge file, are faults and no reason not to start', () => {
  mkdirSync(file(), { recursive: true });
  expect(readDeviceSettings(folder)).toEqual({ settings: DEFAULT_SETTINGS, fault: 'unreadable' });
  rmSync(file(), { recursive: true });
  writeFileSync(file(), `${' '.repeat(70_000)}{}`);
  expect(readDeviceSettings(folder).fault).toBe('unreadable');
});

test('where nothing can be written the change holds in this run, and says that it is not on the disk', () => {
  writeFileSync(folder, 'a file where the folder should be');
  const settings = keep();
  const shown = settings.change({ theme: 'dark' });
  expect(shown.settings.theme).toBe('dark');
  expect(shown.notSaved?.message).toContain('settings.json');
  expect(settings.now()).toEqual(shown);
});
