import { readlinkSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';

/** As `nice` without a number (coreutils). */
const BACKGROUND = 10;

/**
 * Lets this thread give way to those that answer a person: a note must not wait until a processor is free. On Linux a
 * priority belongs to a thread, and `/proc/thread-self` names it (proc(5), setpriority(2)); elsewhere a priority is of
 * the whole process, so nothing is changed there.
 */
export function stepBack(): void {
  if (process.platform !== 'linux') return;
  const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
  // The larger number goes last; only root may take a smaller one than it was started with.
  setPriority(thread, Math.max(getPriority(thread), BACKGROUND));
}
