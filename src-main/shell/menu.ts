import { type App, Menu, type MenuItemConstructorOptions } from 'electron';
import type { EventData } from '../contract/events.ts';
import type { SettingsKeeper } from './settings-keeper.ts';
import type { Windows } from './windows.ts';

type Command = EventData<'menu.command'>['command'];

const separator: MenuItemConstructorOptions = { type: 'separator' };

function template(
  windows: Windows,
  settings: SettingsKeeper,
  isMac: boolean,
  developing: boolean,
): MenuItemConstructorOptions[] {
  const textSize = (
    label: string,
    direction: 1 | -1 | 0,
    accelerator: string,
  ): MenuItemConstructorOptions => ({
    label,
    accelerator,
    click: () => settings.stepTextSize(direction),
  });
  const command = (
    label: string,
    name: Command,
    accelerator: string | undefined,
  ): MenuItemConstructorOptions => ({
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => windows.front()?.tell('menu.command', { command: name }),
  });
  const about: MenuItemConstructorOptions = { role: 'about', label: 'About Holdfast' };
  return [
    ...(isMac ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
    {
      label: '&File',
      submenu: [
        command('New incident', 'new', 'CommandOrControl+N'),
        command('Open…', 'open', 'CommandOrControl+O'),
        command('Check a file…', 'check', undefined),
        separator,
        command('Lock', 'lock', 'CommandOrControl+L'),
        command('Settings', 'settings', 'CommandOrControl+,'),
        separator,
        {
          label: 'New window',
          accelerator: 'CommandOrControl+Shift+N',
          click: () => windows.open(null),
        },
        { role: 'close', label: 'Close window' },
        ...(isMac ? [] : [{ role: 'quit', label: 'Quit' } satisfies MenuItemConstructorOptions]),
      ],
    },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        textSize('Normal size', 0, 'CommandOrControl+0'),
        textSize('Larger text', 1, 'CommandOrControl+Plus'),
        // Without Shift, as browsers do.
        { ...textSize('Larger text', 1, 'CommandOrControl+='), visible: false },
        textSize('Smaller text', -1, 'CommandOrControl+-'),
        separator,
        { role: 'togglefullscreen' },
        ...(developing ? [separator, { role: 'toggleDevTools' } satisfies MenuItemConstructorOptions] : []),
      ],
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [command('Keyboard', 'keys', undefined), ...(isMac ? [] : [about])],
    },
  ];
}

/**
 * The native menu. Electron's own has "Reload" and "Learn more": the first throws away what was typed, the second opens
 * a browser.
 */
export function setMenu(app: App, windows: Windows, settings: SettingsKeeper, developing: boolean): void {
  app.setAboutPanelOptions({
    applicationName: 'Holdfast',
    applicationVersion: __HOLDFAST_VERSION__,
    copyright: 'MIT licence',
  });
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(template(windows, settings, process.platform === 'darwin', developing)),
  );
}
