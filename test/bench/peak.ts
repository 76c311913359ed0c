import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { cliProgram } from './command.ts';

/** How often memory is looked at, in ms. */
export const PEAK_EVERY = 50;

/** Largest resident set of a command of ours, bytes (proc(5), /proc/PID/statm). */
export async function peakOf(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(process.execPath, [cliProgram, ...args], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let peak = 0;
  const timer = setInterval(() => {
    try {
      const pages = readFileSync(`/proc/${child.pid ?? 0}/statm`, 'utf8').split(' ')[1];
      peak = Math.max(peak, Number(pages) * 4096);
    } catch {
      // It has just ended.
    }
  }, PEAK_EVERY);
  const [status] = (await once(child, 'close')) as [number | null];
  clearInterval(timer);
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${String(status)}`);
  return peak;
}
