import { Worker } from 'node:worker_threads';

/** Milliseconds from the wish to end: windows need at most four seconds for drafts and engines. */
const END_WITHIN = 10_000;

/**
 * Ends this process by force when it has not ended by itself. Electron has been seen (33.2.1, one end in two hundred on
 * a busy machine) to lose the end of an engine and then to stay for ever, without a window; a person could not start
 * the program again. All that has to be durable is written by the engines, which are gone or killed by then. The clock
 * is a thread of its own: it runs whatever the loops of Electron do.
 */
export function endForCertain(): void {
  const program = `setTimeout(() => process.kill(${process.pid}, 'SIGKILL'), ${END_WITHIN})`;
  new Worker(program, { eval: true, env: {} }).unref();
}
