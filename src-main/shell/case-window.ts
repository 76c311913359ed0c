import type { BrowserWindow } from 'electron';
import type { EventData, EventName } from '../contract/events.ts';
import type { Answer, EngineMethodName } from '../contract/index.ts';
import type { CallingWindow } from '../ipc/gate-parts.ts';
import { tell } from '../ipc/tell.ts';
import type { EngineKeeper } from './engine-keeper.ts';
import type { EngineListener } from './engine-process.ts';

/** Milliseconds that a page gets to write what was typed, before its engine ends. */
const DRAFT_LIMIT = 700;

/** One window, its engine, and what the shell knows of its case: that one is open, and where its file lies. */
export interface CaseWindow extends CallingWindow {
  readonly window: BrowserWindow;
  /** Path of the open case's file; null while none is open. */
  readonly casePath: string | null;
  /** The file that this window was opened for; null from the second time on. */
  takeOpenPath(): string | null;
  /** Ends the engine, and with it the key; a fresh one starts. */
  lock(): Promise<void>;
  /** Locks from outside: the draft is written, the engine ends, the page is told. */
  lockFor(why: EventData<'case.locked'>['why']): Promise<void>;
  /** The page's answer to `draft.wanted`. */
  draftFlushed(): void;
  /** The draft is written and the engine closed: the window may go. */
  leave(): Promise<void>;
  tell<Name extends EventName>(name: Name, data: EventData<Name>): void;
}

const opensCase = (method: EngineMethodName): boolean => method === 'case.create' || method === 'case.open';

/** @param start keeps an engine for this window */
export function createCaseWindow(
  window: BrowserWindow,
  openPath: string | null,
  start: (listener: EngineListener) => EngineKeeper,
): CaseWindow {
  let casePath: string | null = null;
  let toOpen = openPath;
  let onFlushed: () => void = () => undefined;
  const { webContents } = window;

  const engine = start({
    event: (name, data) => tell(webContents, name, data),
    died: (reason) => {
      casePath = null;
      tell(webContents, 'engine.ended', { reason });
    },
  });

  // Not before something is seen: it would compete with the page for the two cores of a small laptop. A question
  // starts it too.
  window.once('ready-to-show', () => engine.warm());

  const writeDraft = async (): Promise<void> => {
    if (casePath === null || webContents.isDestroyed()) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, DRAFT_LIMIT);
      onFlushed = () => {
        clearTimeout(timer);
        resolve();
      };
      tell(webContents, 'draft.wanted', {});
    });
  };

  const lock = async (): Promise<void> => {
    casePath = null;
    await engine.renew();
  };

  return {
    window,
    get casePath() {
      return casePath;
    },
    takeOpenPath: () => {
      const path = toOpen;
      toOpen = null;
      return path;
    },
    call: async (method, request): Promise<Answer<EngineMethodName>> => {
      const answer = await engine.call(method, request);
      if (opensCase(method) && answer.ok && 'path' in answer.data) casePath = answer.data.path;
      return answer;
    },
    lock,
    lockFor: async (why) => {
      if (casePath === null) return;
      await writeDraft();
      await lock();
      tell(webContents, 'case.locked', { why });
    },
    draftFlushed: () => onFlushed(),
    leave: async () => {
      await writeDraft();
      casePath = null;
      await engine.close();
    },
    tell: (name, data) => tell(webContents, name, data),
  };
}
