import { type App, clipboard } from 'electron';
import type { ShellHandlers } from '../ipc/gate-parts.ts';
import { caseDefaults, casePlace } from './case-place.ts';
import type { CaseWindow } from './case-window.ts';
import type { SettingsKeeper } from './settings-keeper.ts';
import type { SystemKeyStore } from './system-key-store.ts';
import type { Windows } from './windows.ts';
import {
  chooseBagPlace,
  chooseCase,
  chooseCopy,
  chooseEvidence,
  chooseFileToCheck,
  chooseFolder,
  chooseForkFile,
  chooseKeyFile,
  chooseOtherCopy,
  chooseStampFile,
  chooseStampRequest,
  choosePlan,
  choosePlanFile,
  chooseStandardFile,
  chooseTimeline,
} from './dialogs.ts';

export interface ShellParts {
  readonly app: App;
  readonly windows: Windows;
  readonly settings: SettingsKeeper;
  /** The time that names of new cases say. */
  readonly now: () => Date;
  readonly casesFolder: string | null;
  readonly programHash: () => Promise<string>;
  readonly keyStore: SystemKeyStore;
}

/** What the shell itself answers (contract/shell.ts). */
export function shellHandlers({
  app,
  windows,
  settings,
  now,
  casesFolder,
  programHash,
  keyStore,
}: ShellParts): ShellHandlers<CaseWindow> {
  return {
    'app.info': (_request, window) => ({
      version: __HOLDFAST_VERSION__,
      platform: process.platform,
      zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
      release: app.isPackaged && !__HOLDFAST_TEST_BUILD__,
      openPath: window.takeOpenPath(),
    }),
    'app.hash': async () => ({ programHash: await programHash() }),
    'case.defaults': () => caseDefaults(app, now(), casesFolder),
    'case.place': ({ title, folder }) => casePlace(title, folder, now()),
    'dialog.open-case': async (_request, window) => chooseCase(window),
    'dialog.check-file': async (_request, window) => chooseFileToCheck(window),
    'window.show-case': ({ path }, window) => ({ shown: windows.showOther(path, window) }),
    'deadlines.watch': ({ times }, window) => {
      window.watchDeadlines(times);
      return {};
    },
    'settings.show': () => settings.now(),
    'settings.change': ({ change, setAside }) => settings.change(change, setAside === true),
    'key-sheet.save': async ({ path, words }, window) =>
      (await import('./save-key-sheet.ts')).saveKeySheet(window, path, words),
    'dialog.other-copy': async (_request, window) => chooseOtherCopy(window),
    'dialog.timeline': async (_request, window) => chooseTimeline(window),
    'dialog.save-fork': async (_request, window) => chooseForkFile(window),
    'dialog.save-stamp-request': async (_request, window) => chooseStampRequest(window),
    'dialog.stamp-file': async ({ what }, window) => chooseStampFile(window, what),
    'dialog.save-key': async ({ suggested }, window) => chooseKeyFile(window, suggested),
    'dialog.folder': async (_request, window) => chooseFolder(window),
    'dialog.evidence': async ({ folders }, window) => chooseEvidence(window, folders),
    'dialog.save-copy': async ({ suggested }, window) => chooseCopy(window, suggested),
    'form.save': async ({ exhibit }, window) => (await import('./save-form.ts')).saveForm(window, exhibit),
    'document.save': async (request, window) =>
      (await import('./save-document.ts')).saveDocument(window, request),
    'handover.save': async (_request, window) => (await import('./save-handover.ts')).saveHandover(window),
    'dialog.plan': async (_request, window) => choosePlan(window),
    'dialog.save-bag': async ({ suggested }, window) => chooseBagPlace(window, suggested),
    'dialog.save-standard': async (request, window) => chooseStandardFile(window, request),
    'dialog.save-plan': async (_request, window) => choosePlanFile(window),
    'preparation-sheet.save': async ({ sheet }, window) =>
      (await import('./save-preparation-sheet.ts')).savePreparationSheet(window, sheet),
    'timeline.save': async (request, window) =>
      (await import('./save-timeline.ts')).saveTimeline(window, request),
    'log.save': async (request, window) => (await import('./save-log-rows.ts')).saveLogRows(window, request),
    'notice.save': async (message, window) => (await import('./save-notice.ts')).saveNotice(window, message),
    'notice.read-file': async (_request, window) => (await import('./save-notice.ts')).readNotice(window),
    'print.cancel': (_request, window) => {
      window.printing.cancel();
      return {};
    },
    'case.lock': async ({ everywhere }, window) => {
      const others = everywhere === true ? windows.all().filter((other) => other !== window) : [];
      await Promise.all([window.lock(), ...others.map(async (other) => other.lockFor('menu'))]);
      return {};
    },
    'curtain.drawn': (_request, window) => {
      window.curtainDrawn();
      return {};
    },
    'draft.flushed': (_request, window) => {
      window.draftFlushed();
      return {};
    },
    'profile.system': () => ({
      store: keyStore.store(),
      keptBy: keyStore.keptBy(),
      asked: keyStore.asked,
    }),
    'profile.unlock-by-system': async (_request, window) => {
      const passphrase = keyStore.passphrase();
      if (passphrase === null) return { opened: false };
      return { opened: (await window.call('profile.unlock', { passphrase })).ok };
    },
    'profile.keep-in-system': ({ passphrase }) => {
      keyStore.keep(passphrase);
      return { keptBy: keyStore.keptBy() };
    },
    'clipboard.write': async ({ text }) => {
      // A promise in newer versions of Electron only.
      await clipboard.writeText(text);
      return {};
    },
  };
}
