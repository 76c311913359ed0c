import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';

/** Whether this machine has strace and may trace; the tests that need it say so when it is missing. */
export const hasStrace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;

/** The calls that write: SQLite's on Linux, and those by which files are named and removed. */
export const WRITE_CALLS = ['pwrite64', 'write', 'fsync', 'fdatasync', 'ftruncate', 'unlink'] as const;
export type WriteCall = (typeof WRITE_CALLS)[number];

export interface Traced {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface TraceOptions {
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** Only calls on these files count. */
  readonly files?: readonly string[];
  /** What strace writes; absent = nowhere. */
  readonly log?: string;
  /** Calls to log. */
  readonly trace?: string;
  /** Such as `pwrite64:signal=SIGKILL:when=7`; strace counts each call by its own name. */
  readonly inject?: string;
}

/** `CALL:signal=SIGKILL:when=N`, taken apart; `null` where another fault is asked for. */
function killIn(inject: string | undefined): Place | null {
  const [, name, when] = /^(\w+):signal=SIGKILL:when=(\d+)$/.exec(inject ?? '') ?? [];
  return name === undefined ? null : { call: name as WriteCall, when: Number(when) };
}

/** Longer than any test waits, in microseconds. */
const HELD = 1_200_000_000;

/**
 * Kills the program while strace holds it before the call: it is not made. A signal that strace itself sends would not
 * come with `--seccomp-bpf`, and without that every other call of the program stops, too.
 */
function killAt({ call, when }: Place, strace: ChildProcess): void {
  const told = strace.stdio[3] as Readable;
  const begun = new RegExp(`^(\\d+) +${call}\\(`, 'gm');
  let text = '';
  let from = 0;
  let seen = 0;
  told.setEncoding('utf8').on('data', (piece: string) => {
    text += piece;
    begun.lastIndex = from;
    for (let one = begun.exec(text); one !== null; one = begun.exec(text)) {
      from = begun.lastIndex;
      seen += 1;
      if (seen !== when) continue;
      // It would complain of the end of what it holds, and let go of it if it ended first.
      strace.kill('SIGSTOP');
      process.kill(Number(one[1]), 'SIGKILL');
      strace.kill('SIGKILL');
    }
  });
}

/** Runs a program of Node under strace. */
export async function traced(args: readonly string[], options: TraceOptions): Promise<Traced> {
  const { inject } = options;
  const kill = killIn(inject);
  // Only what is logged or hit stops the program.
  const calls = inject?.split(':')[0] ?? options.trace;
  const fault = kill === null ? inject : `${kill.call}:delay_enter=${HELD}:when=${kill.when}`;
  const child = spawn(
    'strace',
    [
      '-f',
      '--seccomp-bpf',
      '-qq',
      '-o',
      kill === null ? (options.log ?? '/dev/null') : '|exec cat >&3',
      ...(options.files ?? []).flatMap((file) => ['-P', file]),
      ...(calls === undefined ? [] : ['-e', `trace=${calls}`]),
      ...(fault === undefined ? [] : ['-e', `inject=${fault}`]),
      process.execPath,
      ...args,
    ],
    { env: options.env, cwd: options.cwd, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] },
  );
  if (kill !== null) killAt(kill, child);
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (piece: string) => (stdout += piece));
  child.stderr?.setEncoding('utf8').on('data', (piece: string) => (stderr += piece));
  const [status, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { status, signal, stdout, stderr };
}

/** How often each call stands in a log of strace. */
export function callsIn(log: string): Map<WriteCall, number> {
  const counts = new Map<WriteCall, number>();
  for (const line of readFileSync(log, 'utf8').split('\n')) {
    const name = /^\d+ +(\w+)\(/.exec(line)?.[1];
    const call = WRITE_CALLS.find((known) => known === name);
    if (call !== undefined) counts.set(call, (counts.get(call) ?? 0) + 1);
  }
  return counts;
}

/** One place where a fault can be put: the `when`-th call of a kind. */
export interface Place {
  readonly call: WriteCall;
  readonly when: number;
}

/** All places, or about `limit` of them spread evenly, with the rare kinds of call always among them. */
export function placesOf(counts: ReadonlyMap<WriteCall, number>, limit: number): Place[] {
  const all = [...counts].flatMap(([call, count]) =>
    Array.from({ length: count }, (_, i) => ({ call, when: i + 1 })),
  );
  if (all.length <= limit) return all;
  return [...counts].flatMap(([call, count]) => {
    const share = Math.max(Math.min(count, 2), Math.round((limit * count) / all.length));
    return Array.from({ length: share }, (_, i) => ({
      call,
      when: 1 + Math.floor(((i + 0.5) * count) / share),
    }));
  });
}
