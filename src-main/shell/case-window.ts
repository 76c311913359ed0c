import type { BrowserWindow } from 'electron';
import type { EventData, EventName } from '../contract/events.ts';
import type { Answer, EngineMethodName } from '../contract/index.ts';
import type { CallingWindow } from '../ipc/gate-parts.ts';
import { tell } from '../ipc/tell.ts';
import type { EngineKeeper } from './engine-keeper.ts';
import type { EngineListener } from './engine-process.ts';
import type { DueTimes } from './await-deadlines.ts';
import { type Printing, createPrinting } from './printing.ts';
import { watchJobs } from './watch-jobs.ts';

/** Milliseconds that a page gets to write what was typed, before its engine ends. */
const DRAFT_LIMIT = 700;

/** Milliseconds from the first, empty picture in which the first screen is drawn, as a rule. */
const FIRST_SCREEN = 500;

/** One window, its engine, and what the shell knows of its case: that one is open, and where its file lies. */
export interface CaseWindow extends CallingWindow {
  readonly window: BrowserWindow;
  /** Path of the open case's file; null while none is open. */
  readonly casePath: string | null;
  /** The file whose passphrase this window asks for, as far as the shell knows: given to it, or locked in it. */
  readonly waitingPath: string | null;
  /** The file that this window was opened for; null from the second time on. */
  takeOpenPath(): string | null;
  /** Ends the engine, and with it the key; a fresh one starts. */
  lock(): Promise<void>;
  /** Locks from outside: the draft is written, the engine ends, the page is told. */
  lockFor(why: EventData<'case.locked'>['why']): Promise<void>;
  /**
   * The screen was locked: with a job running the page draws a curtain and the engine goes on, else as `lockFor`.
   */
  hideFor(why: EventData<'curtain.wanted'>['why']): Promise<void>;
  /** The page's answer to `curtain.wanted`. */
  curtainDrawn(): void;
  /** The page's answer to `draft.wanted`. */
  draftFlushed(): void;
  /** The draft is written and the engine closed: the window may go. */
  leave(): Promise<void>;
  /** When the system is to tell of deadlines. */
  watchDeadlines(times: readonly DueTimes[]): void;
  readonly printing: Pick<Printing, 'print' | 'cancel'>;
  tell<Name extends EventName>(name: Name, data: EventData<Name>): void;
}

const opensCase = (method: EngineMethodName): boolean => method === 'case.create' || method === 'case.open';

/**
 * @param start keeps an engine for this window
 * @param jobEnded is told how a job of this window ended and how long it ran, in ms
 * @param watchDeadlines is told the instants of its deadlines
 */
export function createCaseWindow(
  window: BrowserWindow,
  openPath: string | null,
  start: (listener: EngineListener) => EngineKeeper,
  jobEnded: Parameters<typeof watchJobs>[0],
  watchDeadlines: CaseWindow['watchDeadlines'],
): CaseWindow {
  let casePath: string | null = null;
  let toOpen = openPath;
  let waitingPath = openPath;
  let onFlushed: () => void = () => undefined;
  let onCurtain: () => void = () => undefined;
  const jobs = watchJobs(jobEnded);
  const { webContents } = window;
  const printing = createPrinting((running) => tell(webContents, 'print.running', { running }));

  const engine = start({
    event: (name, data) => {
      jobs.heard(name, data);
      tell(webContents, name, data);
    },
    died: (reason) => {
      casePath = null;
      jobs.broken();
      tell(webContents, 'engine.ended', { reason });
    },
  });

  // Not before something is seen: it would compete with the page for the two cores of a small laptop. A question
  // starts it at once.
  window.once('ready-to-show', () => setTimeout(() => engine.warm(), FIRST_SCREEN));

  /** Tells the page something and waits for its answer, at most `DRAFT_LIMIT`. @returns whether it came */
  const answered = async (send: (done: () => void) => void): Promise<boolean> => {
    if (casePath === null || webContents.isDestroyed()) return false;
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), DRAFT_LIMIT);
      send(() => {
        clearTimeout(timer);
        resolve(true);
      });
    });
  };
  const writeDraft = async (): Promise<boolean> =>
    answered((done) => {
      onFlushed = done;
      tell(webContents, 'draft.wanted', {});
    });
  const drawCurtain = async (why: EventData<'curtain.wanted'>['why']): Promise<boolean> =>
    answered((done) => {
      onCurtain = done;
      tell(webContents, 'curtain.wanted', { why });
    });

  const lock = async (): Promise<void> => {
    waitingPath = casePath ?? waitingPath;
    casePath = null;
    jobs.gone();
    printing.cancel();
    await engine.renew();
  };
  const lockFor = async (why: EventData<'case.locked'>['why']): Promise<void> => {
    if (casePath === null) return;
    await writeDraft();
    await lock();
    tell(webContents, 'case.locked', { why });
  };

  return {
    window,
    get casePath() {
      return casePath;
    },
    get waitingPath() {
      return casePath === null ? waitingPath : null;
    },
    takeOpenPath: () => {
      const path = toOpen;
      toOpen = null;
      return path;
    },
    call: async (method, request): Promise<Answer<EngineMethodName>> => {
      const answer = await engine.call(method, request);
      if (opensCase(method) && answer.ok && 'path' in answer.data) casePath = answer.data.path;
      jobs.answered(answer);
      return answer;
    },
    lock,
    lockFor,
    hideFor: async (why) => {
      if ((jobs.none() && !printing.running) || !(await drawCurtain(why))) await lockFor(why);
    },
    curtainDrawn: () => onCurtain(),
    draftFlushed: () => onFlushed(),
    leave: async () => {
      await writeDraft();
      casePath = null;
      printing.cancel();
      await engine.close();
    },
    watchDeadlines,
    printing,
    tell: (name, data) => tell(webContents, name, data),
  };
}
