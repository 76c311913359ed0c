import { BrowserWindow, type Session } from 'electron';
import { windowBackground } from './appearance.ts';
import { bundles } from './bundles.ts';

/**
 * A window as locked down as Electron allows. Electron security checklist, items 2, 3, 4, 6, 8, 9, 10, 11 and 12:
 * no Node.js, isolated, sandboxed, web security on, no insecure content, no experiments, no Blink features, no webview.
 * @param zoomFactor of the page from its first picture on; 1 = as designed
 */
export function createWindow(session: Session, developing: boolean, zoomFactor: number): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 960,
    minHeight: 640,
    show: false,
    title: 'Holdfast',
    backgroundColor: windowBackground(),
    webPreferences: {
      session,
      zoomFactor,
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
