import { CaseError } from '../domain/errors.ts';

/** What the shared word of a job says to the threads that work for it. */
export const GO_ON = 0;
export const STOP = 1;
export const PAUSE = 2;

/** Sleeps while a job is paused; for threads, never for the engine itself. @throws CaseError `cancelled` */
export function heed(flag: Int32Array): void {
  for (;;) {
    const word = Atomics.load(flag, 0);
    if (word === STOP) throw new CaseError('cancelled');
    if (word !== PAUSE) return;
    Atomics.wait(flag, 0, PAUSE);
  }
}

export function setFlag(flag: Int32Array, word: typeof GO_ON | typeof STOP | typeof PAUSE): void {
  Atomics.store(flag, 0, word);
  Atomics.notify(flag, 0);
}
