import { type BrowserWindow, nativeTheme } from 'electron';
import type { DeviceSettings } from '../domain/settings.ts';

/** The page's own background (design: bg, light and dark), so that no white sheet flashes before it. */
const BACKGROUND = { light: '#f3f4f6', dark: '#0f1317' } as const;

export const windowBackground = (): string =>
  nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light;

/** The theme reaches every page as `prefers-color-scheme`, before it is drawn. */
export function applyTheme({ theme }: Pick<DeviceSettings, 'theme'>): void {
  nativeTheme.themeSource = theme;
}

/** Size of text as Chromium's zoom: everything that is measured in text grows with it. */
export const zoomOf = ({ textSize }: Pick<DeviceSettings, 'textSize'>): number => textSize / 100;

export function applyToWindow(window: BrowserWindow, settings: DeviceSettings): void {
  if (window.isDestroyed()) return;
  window.setBackgroundColor(windowBackground());
  window.webContents.setZoomFactor(zoomOf(settings));
}
