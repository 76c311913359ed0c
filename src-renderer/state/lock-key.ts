import { askToLock, lockCase } from './lock.ts';

/** Milliseconds that the key is held to end everything without a question. */
const HELD = 2000;

let timer: ReturnType<typeof setTimeout> | undefined;

function released(): void {
  clearTimeout(timer);
  timer = undefined;
}

function hold(): void {
  timer = setTimeout(() => {
    released();
    void lockCase('menu', new Date(), true);
  }, HELD);
  // On the window itself: the screen that took the key may be gone by then.
  addEventListener('keyup', released, { once: true, capture: true });
  addEventListener('blur', released, { once: true });
}

/**
 * The lock key goes down: locks, or asks about a job that runs. Held, it ends every case of the program at once.
 * @param behindCurtain then nothing is asked, and only holding it does something
 */
export function lockKeyDown(isRepeat: boolean, behindCurtain = false): void {
  if (isRepeat || timer !== undefined) return;
  hold();
  if (!behindCurtain) askToLock();
}
