import type { BrowserWindow, WebContents } from 'electron';
import { CaseError } from '../domain/errors.ts';
import type { CaseWindow } from './case-window.ts';
import { isSameFile } from './same-file.ts';

export interface Windows {
  /**
   * Opens a window, for a case file or for the welcome page. The window that has the case open, or asks for its
   * passphrase, is brought to the front instead.
   */
  open(path: string | null): void;
  /** Brings the window to the front that has this case open, if it is another one than `own`. */
  showOther(path: string, own: CaseWindow): boolean;
  /** @throws CaseError `wrong-use` for contents of a window that is none of ours */
  of(contents: WebContents): CaseWindow;
  all(): readonly CaseWindow[];
  /** The window in front; undefined while there is none. */
  front(): CaseWindow | undefined;
}

function bringToFront({ window }: CaseWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/**
 * All windows of the program. A window that is closed by its person keeps its process until its draft is written and
 * its engine has closed the case.
 * @param create a window with its engine, loading its page
 */
export function createWindows(create: (path: string | null) => CaseWindow): Windows {
  const windows = new Map<WebContents, CaseWindow>();
  let last: CaseWindow | undefined;

  const closeInOrder = (made: CaseWindow, window: BrowserWindow): void => {
    let leaving = false;
    window.on('close', (event) => {
      event.preventDefault();
      if (leaving) return;
      leaving = true;
      window.hide();
      // `destroy` asks nobody again.
      void made.leave().finally(() => window.destroy());
    });
  };

  const add = (path: string | null): void => {
    const made = create(path);
    const { window } = made;
    const { webContents } = window;
    windows.set(webContents, made);
    last = made;
    window.on('focus', () => (last = made));
    window.on('closed', () => {
      windows.delete(webContents);
      if (last === made) last = [...windows.values()].at(-1);
    });
    closeInOrder(made, window);
  };

  const withCase = (path: string): CaseWindow | undefined =>
    [...windows.values()].find(({ casePath }) => casePath !== null && isSameFile(casePath, path));
  const waitingFor = (path: string): CaseWindow | undefined =>
    [...windows.values()].find(({ waitingPath }) => waitingPath !== null && isSameFile(waitingPath, path));

  return {
    open: (path) => {
      const open = path === null ? undefined : withCase(path);
      const waiting = path === null ? undefined : waitingFor(path);
      if (open !== undefined) bringToFront(open);
      else if (waiting !== undefined && path !== null) {
        bringToFront(waiting);
        waiting.tell('open.path', { path });
      } else add(path);
    },
    showOther: (path, own) => {
      const other = withCase(path);
      if (other === undefined || other === own) return false;
      bringToFront(other);
      return true;
    },
    of: (contents) => {
      const found = windows.get(contents);
      if (found !== undefined) return found;
      throw new CaseError('wrong-use', { reason: 'The question did not come from a window of Holdfast.' });
    },
    all: () => [...windows.values()],
    front: () => last,
  };
}

/** A second start without a file: the person looks for the program that runs already. */
export function showFront(windows: Windows): void {
  const front = windows.front();
  if (front === undefined) windows.open(null);
  else bringToFront(front);
}
