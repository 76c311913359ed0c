import { BrowserWindow, nativeTheme, type Session } from 'electron';
import { bundles } from './bundles.ts';

/** The page's own background (design: bg, light and dark), so that no white sheet flashes before it. */
const BACKGROUND = { light: '#f3f4f6', dark: '#0f1317' } as const;

/**
 * A window as locked down as Electron allows. Electron security checklist, items 2, 3, 4, 6, 8, 9, 10, 11 and 12:
 * no Node.js, isolated, sandboxed, web security on, no insecure content, no experiments, no Blink features, no webview.
 */
export function createWindow(session: Session, developing: boolean): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 960,
    minHeight: 640,
    show: false,
    title: 'Holdfast',
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      session,
      preload: bundles.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      enableWebSQL: false,
      // It would fetch dictionaries, and would read the notes.
      spellcheck: false,
      devTools: developing,
      // Deadlines count down and jobs go on while another window is in front.
      backgroundThrottling: false,
    },
  });
  // The title stands in task bars, screen shares and window lists: nothing of a case belongs there.
  window.on('page-title-updated', (event) => event.preventDefault());
  window.once('ready-to-show', () => window.show());
  return window;
}
