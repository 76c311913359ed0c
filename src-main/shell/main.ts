import { join } from 'node:path';
import { app, ipcMain, powerMonitor, protocol, safeStorage, type Session } from 'electron';
import { clockFrom } from '../engine/clock-from.ts';
import { profileFolder } from '../engine/profile-folder.ts';
import { openGate } from '../ipc/gate.ts';
import { applyTheme, applyToWindow, zoomOf } from './appearance.ts';
import { declareAppScheme } from './app-protocol.ts';
import { createAppSession } from './app-session.ts';
import { APP_INDEX } from './app-url.ts';
import { ownArguments, readStart } from './arguments.ts';
import { bundles } from './bundles.ts';
import { type CaseWindow, createCaseWindow } from './case-window.ts';
import { createWindow } from './create-window.ts';
import { hasDisplay, NO_DISPLAY } from './display.ts';
import { type EngineKeeper, keepEngine } from './engine-keeper.ts';
import { type EngineListener, startEngine } from './engine-process.ts';
import { shellHandlers } from './handlers.ts';
import { lockWhenAway } from './lock-when-away.ts';
import { setMenu } from './menu.ts';
import { denyNavigation } from './navigation.ts';
import { forbidNetworkInSessions } from './no-network-session.ts';
import { forbidNetworkBySwitches } from './no-network-switches.ts';
import { onOpenFile } from './open-file.ts';
import { programHash } from '../engine/program-hash.ts';
import { forgetSession, writeLittle } from './quiet-disk.ts';
import { quitWhenDone } from './quit.ts';
import { recoverFromCrash } from './renderer-crash.ts';
import { sandboxEverything } from './sandbox.ts';
import { keepSettings, type SettingsKeeper } from './settings-keeper.ts';
import { beTheOnlyOne } from './single-instance.ts';
import { tellOfDeadlines } from './tell-of-deadlines.ts';
import { tellOfPlanReview } from './tell-of-plan-review.ts';
import { tellOfJobs } from './tell-of-jobs.ts';
import { keyIsSealed, systemKeyStore } from './system-key-store.ts';
import { obeysTests, refusedStart, testSwitches } from './test-switches.ts';
import { createWindows, showFront } from './windows.ts';

/** The main process, as a table of contents: each step is a file, and each file says which threat it answers. */
const isRelease = !obeysTests(app.isPackaged);
const developing = !app.isPackaged;
const tests = testSwitches(process.env, !isRelease);
const profile = profileFolder(process.env);
const asksKeyStore = keyIsSealed(profile);
const started = readStart(ownArguments(process.argv, app.isPackaged), process.cwd());

function openCaseWindow(
  session: Session,
  path: string | null,
  hash: () => Promise<string>,
  settings: SettingsKeeper,
): CaseWindow {
  const window = createWindow(session, developing, zoomOf(settings.now().settings));
  const load = window.loadURL(tests.pseudo ? `${APP_INDEX}?pseudo` : APP_INDEX);
  const start = (listener: EngineListener): EngineKeeper =>
    keepEngine((engineListener) => {
      const engine = startEngine(
        bundles.engine,
        {
          profileFolder: profile,
          nativeBinding: tests.nativeBinding,
          now: tests.now,
          packaged: isRelease,
          version: __HOLDFAST_VERSION__,
        },
        engineListener,
      );
      void hash().then(engine.tell);
      return engine;
    }, listener);
  const isWanted = (): boolean => settings.now().settings.notify;
  const made = createCaseWindow(
    window,
    path,
    start,
    tellOfJobs(window, isWanted),
    tellOfDeadlines(window, isWanted),
  );
  recoverFromCrash(made);
  // A window that is closed while it loads.
  load.catch(() => undefined);
  return made;
}

async function runWindows(path: string | null): Promise<void> {
  const openFile = onOpenFile(app);
  const opening: { now: (path: string | null) => void } = { now: () => undefined };
  if (!beTheOnlyOne(app, { path }, (second) => opening.now(second.path))) {
    app.exit(0);
    return;
  }
  forgetSession(app);
  declareAppScheme(protocol);
  forbidNetworkInSessions(app, developing);
  denyNavigation(app);
  await app.whenReady();

  const session = createAppSession(bundles.renderer);
  // Megabytes are read for it: not before the page stands, or an engine starts.
  let hashed: Promise<string> | undefined;
  const hash = async (): Promise<string> => (hashed ??= programHash(join(bundles.main, '..')));
  const settings = keepSettings(profile, (shown) => {
    applyTheme(shown.settings);
    for (const window of windows.all()) {
      applyToWindow(window.window, shown.settings);
      window.tell('settings.changed', shown);
    }
  });
  applyTheme(settings.now().settings);
  const windows = createWindows((given) => openCaseWindow(session, given, hash, settings));
  setMenu(app, windows, settings, developing);
  const clock = clockFrom(tests.now ?? undefined, isRelease);
  openGate(ipcMain, {
    windowOf: ({ sender }) => windows.of(sender),
    handlers: shellHandlers({
      app,
      windows,
      settings,
      now: () => new Date(clock.now()),
      casesFolder: tests.casesFolder,
      programHash: hash,
      keyStore: systemKeyStore(asksKeyStore ? safeStorage : null, process.platform, profile),
    }),
  });
  lockWhenAway(powerMonitor, windows);
  quitWhenDone(app, windows);
  windows.open(path);
  tellOfPlanReview(
    windows,
    () => settings.now().settings.notify,
    () => clock.now(),
  );
  opening.now = (given) => (given === null ? showFront(windows) : windows.open(given));
  openFile.listen((given) => windows.open(given));
}

function endWith(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

function run(): void {
  const refused = isRelease ? refusedStart(started.kind, app, process.env, process.getuid?.() === 0) : null;
  if (refused !== null) endWith(refused);
  forbidNetworkBySwitches(app.commandLine);
  writeLittle(app, join(profile, 'window'), asksKeyStore);
  sandboxEverything(app);
  if (started.kind === 'window') {
    if (!hasDisplay(process.env)) endWith(NO_DISPLAY);
    void runWindows(started.path);
    return;
  }
  const { argv } = started;
  // Loaded here only: starting processes brings half of Node's library with it.
  void import('./run-command.ts').then(async ({ runCommand }) =>
    runCommand(app, { argv, packaged: isRelease, nativeBinding: tests.nativeBinding }),
  );
}

run();
