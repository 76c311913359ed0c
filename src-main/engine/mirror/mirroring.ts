import { CaseError } from '../../domain/errors.ts';
import { changesOf } from '../../store/queries/local.ts';
import { errorData } from '../error-data.ts';
import { STOP, setFlag } from '../job-flag.ts';
import type { OpenCase } from '../open-case.ts';
import { rememberQuietly } from '../remember.ts';
import type { Engine } from '../state.ts';
import { type MirrorSetting, keepMirror, mirrorOf } from './mirror-setting.ts';
import { writeMirror } from './write-mirror.ts';

/** While somebody writes, the second copy is never older than this, ms. */
const EVERY = 5 * 60 * 1000;

/** Keeps the second copy of the open case up to date, in the background of everything else. */
export interface Mirroring {
  /** Something was written: it is mirrored when its time has come. */
  written(): void;
  /** Writes it now. @returns what became of it; null where the case has none */
  now(): Promise<MirrorSetting | null>;
  /** Ends one that runs: its file is about to be closed. */
  stop(): Promise<void>;
  /** The case is about to be closed: what was written since the last one goes there, unless that is stopped. */
  last(): Promise<void>;
}

export function mirroring(engine: Engine): Mirroring {
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<MirrorSetting | null> | null = null;
  let flag = new Int32Array(new SharedArrayBuffer(4));
  /** Changes of the connection that the last good one holds. */
  let mirrored: { readonly opened: OpenCase; readonly changes: number } | null = null;

  const write = async (): Promise<MirrorSetting | null> => {
    const { open: opened } = engine;
    const setting = opened === null ? null : mirrorOf(engine, opened);
    if (opened === null || opened.writable === null || setting === null) return null;
    flag = new Int32Array(new SharedArrayBuffer(4));
    const changes = changesOf(opened.db);
    let next: MirrorSetting;
    try {
      const { entries, salt, at } = await writeMirror(engine, opened, setting, flag);
      next = { ...setting, at, entries, salts: [...new Set([...setting.salts, salt])], fault: null };
      mirrored = { opened, changes };
    } catch (error) {
      // It is a second copy: whatever its disk says, the case itself goes on.
      if (error instanceof CaseError && error.code === 'cancelled') return setting;
      next = { ...setting, fault: errorData(error) };
    }
    if (engine.open !== opened || mirrorOf(engine, opened)?.folder !== setting.folder) return null;
    rememberQuietly(() => keepMirror(engine, opened, next));
    engine.host.emit('mirror.changed', {});
    return next;
  };
  const once = async (): Promise<MirrorSetting | null> => {
    running ??= write().finally(() => (running = null));
    return running;
  };

  const stop = async (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (running === null) return;
    setFlag(flag, STOP);
    await running;
  };

  return {
    stop,
    written() {
      // A command ends in a moment, and does it then.
      if (timer !== null || engine.host.mayBlock) return;
      timer = setTimeout(() => {
        timer = null;
        void once();
      }, EVERY);
      timer.unref();
    },
    now: once,
    async last() {
      // One that runs may have begun before the last note.
      await stop();
      const { open: opened } = engine;
      if (opened === null || opened.writable === null || opened.session === null) return;
      if (mirrored?.opened === opened && mirrored.changes === changesOf(opened.db)) return;
      const setting = mirrorOf(engine, opened);
      // Of many commands one after the other, one every some minutes makes it.
      if (engine.host.mayBlock && setting !== null && isYoung(engine, setting)) return;
      await once();
    },
  };
}

const isYoung = (engine: Engine, { at }: MirrorSetting): boolean =>
  at !== null && Math.abs(engine.host.clock.now() - Date.parse(at)) < EVERY;
