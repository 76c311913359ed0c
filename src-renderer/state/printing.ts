import { ask, listen } from '../api/client.ts';
import { en } from '../strings/en.ts';
import { sayDone } from './done.ts';
import { showWork } from './jobs.ts';

/** What is printed for this window stands among its jobs, and can be cancelled there. */
export function watchPrinting(): void {
  let ended: (() => boolean) | null = null;
  listen('print.running', ({ running }) => {
    const text = en.evidence.job;
    if (ended?.() === true) sayDone(text.printCancelled);
    ended = running ? showWork('print', text.printing, () => void ask('print.cancel', {})) : null;
  });
}
