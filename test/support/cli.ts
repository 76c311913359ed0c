import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundled } from './bundled.ts';
import { servedCli } from './served-cli.ts';

export interface CliAnswer {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The one JSON document on stdout, where `--json` was given. */
  readonly json: CliJson;
}

// oxlint-disable-next-line typescript/no-explicit-any -- a test looks into answers of every shape
export type CliJson = { ok: boolean; data: any; error: { code: string; message: string; details: any } };

export interface Bench {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  path(name: string): string;
  /** Runs the real command line, bundled as it is shipped but for `kept-derivation.ts`, with `--json`. */
  cli(...args: string[]): CliAnswer;
  /** The same with other environment variables. */
  cliWith(environment: Readonly<Record<string, string>>, ...args: string[]): CliAnswer;
  /** Runs it with exactly these arguments. */
  run(args: readonly string[], input?: string | Uint8Array): CliAnswer;
  /** Starts it and does not wait. */
  start(...args: string[]): ReturnType<typeof spawn>;
  clean(): void;
}

export const PASSPHRASE = 'correct horse battery';

/**
 * A folder with a profile of its own, for one test.
 * @param commands `served`: `cli` and `cliWith` are run by a process that stays (served-cli.ts), `run` by one of its own
 */
export function bench(name: string, commands: 'spawned' | 'served' = 'spawned'): Bench {
  const folder = mkdtempSync(join(tmpdir(), `holdfast-${name}-`));
  const environment = {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    TZ: 'Europe/Berlin',
    HOLDFAST_PROFILE: join(folder, 'profile'),
    HOLDFAST_PASSPHRASE: PASSPHRASE,
  };
  const run = (
    args: readonly string[],
    more: Readonly<Record<string, string>>,
    input?: string | Uint8Array,
  ): CliAnswer => {
    const done = spawnSync(process.execPath, [bundled.cli, ...args], {
      cwd: folder,
      env: { ...environment, ...bundled.kept, ...more },
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
      ...(input === undefined ? {} : { input }),
    });
    return { status: done.status, stdout: done.stdout, stderr: done.stderr, json: jsonOf(done) };
  };
  const cliWith = (more: Readonly<Record<string, string>>, ...args: string[]): CliAnswer => {
    if (commands === 'spawned') return run([...args, '--json'], more);
    const done = servedCli({
      args: [...args, '--json'],
      cwd: folder,
      environment: { ...environment, ...bundled.kept, ...more },
    });
    return { ...done, json: jsonOf(done) };
  };
  return {
    folder,
    environment,
    path: (file) => join(folder, file),
    cli: (...args) => cliWith({}, ...args),
    cliWith,
    run: (args, input) => run(args, {}, input),
    start: (...args) =>
      spawn(process.execPath, [bundled.cli, ...args, '--json'], {
        cwd: folder,
        env: { ...environment, ...bundled.kept },
      }),
    clean: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function jsonOf(done: Pick<SpawnSyncReturns<string>, 'stdout' | 'stderr'>): CliJson {
  try {
    return JSON.parse(done.stdout) as CliJson;
  } catch {
    return {
      ok: false,
      data: null,
      error: { code: 'no-json', message: `${done.stdout}${done.stderr}`, details: {} },
    };
  }
}
