import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { binDir, root } from './paths.ts';

/** Children with a group of their own: captured, and ended with all they started. */
const groups = new Set<ChildProcess>();
/** Children in our own group, on the person's terminal: Ctrl-C reaches them without us. */
const attached = new Set<ChildProcess>();

function signalAll(children: ReadonlySet<ChildProcess>, signal: NodeJS.Signals, toGroup: boolean): void {
  for (const { pid } of children) {
    if (pid === undefined) continue;
    try {
      process.kill(toGroup && process.platform !== 'win32' ? -pid : pid, signal);
    } catch {
      // Gone by itself.
    }
  }
}

let guarded = false;

/** When this process is to end, so are those that it started, and no others. */
function guard(): void {
  if (guarded) return;
  guarded = true;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      process.exitCode = 128 + constants.signals[signal];
      if (signal !== 'SIGINT') signalAll(attached, signal, false);
      if (groups.size === 0) return;
      signalAll(groups, signal, true);
      setTimeout(() => {
        signalAll(groups, 'SIGKILL', true);
        process.exit();
      }, 3000).unref();
    });
  }
  process.on('exit', () => signalAll(groups, 'SIGTERM', true));
}

export interface Result {
  readonly status: number;
  readonly output: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Keep stdout and stderr instead of passing them through. */
  readonly capture?: boolean;
  /** Ends the group after so many milliseconds; the output says so. */
  readonly timeout?: number;
}

/** Runs a program without a shell; resolves with 127 when it is missing, and never rejects. */
export async function exec(
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Result> {
  guard();
  const { cwd = root, env = process.env, capture = false, timeout } = options;
  const spawnOptions: SpawnOptions = {
    cwd,
    env,
    stdio: capture ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    // A group of its own, so that it can be ended with all it started. Not for programs that talk to the terminal:
    // a background group may not read from it.
    detached: capture && process.platform !== 'win32',
  };
  return new Promise((resolve) => {
    const child = spawn(program, [...args], spawnOptions);
    const own = capture ? groups : attached;
    own.add(child);
    let output = '';
    const keep = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const timer =
      timeout === undefined
        ? undefined
        : setTimeout(() => {
            output += `\nended after ${timeout / 1000} s\n`;
            if (child.pid !== undefined) {
              process.kill(spawnOptions.detached === true ? -child.pid : child.pid, 'SIGKILL');
            }
          }, timeout);
    const done = (status: number): void => {
      clearTimeout(timer);
      own.delete(child);
      resolve({ status, output });
    };
    child.on('error', (error) => {
      output += `${program}: ${error.message}\n`;
      done(127);
    });
    child.on('close', (code, signal) =>
      done(code ?? 128 + (signal === null ? 1 : constants.signals[signal])),
    );
  });
}

/** Runs a tool of node_modules/.bin under this very Node. */
export async function tool(name: string, args: readonly string[], options: RunOptions = {}): Promise<Result> {
  return exec(process.execPath, [realpathSync(join(binDir, name)), ...args], options);
}
