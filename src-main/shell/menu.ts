import { type App, Menu, type MenuItemConstructorOptions } from 'electron';
import type { EventData } from '../contract/events.ts';
import type { Windows } from './windows.ts';

type Command = EventData<'menu.command'>['command'];

const separator: MenuItemConstructorOptions = { type: 'separator' };

function template(windows: Windows, isMac: boolean, developing: boolean): MenuItemConstructorOptions[] {
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
        separator,
        command('Lock', 'lock', 'CommandOrControl+L'),
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
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        // Zooming in without Shift, as browsers do.
        { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false },
        { role: 'zoomOut' },
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
export function setMenu(app: App, windows: Windows, developing: boolean): void {
  app.setAboutPanelOptions({
    applicationName: 'Holdfast',
    applicationVersion: __HOLDFAST_VERSION__,
    copyright: 'MIT licence',
  });
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(template(windows, process.platform === 'darwin', developing)),
  );
}
