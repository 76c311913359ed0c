import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, readSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundled } from './bundled.ts';

export interface CliAsked {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
}

export interface CliAnswered {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface Server {
  readonly questions: number;
  readonly answers: number;
}

let server: Server | undefined;

/**
 * The real command line in a process that stays: starting one takes half a second of processor, and tests of what was
 * recorded give hundreds of commands. How a process starts, reads a passphrase and ends is tested with processes of
 * their own (cli-contract, cli-use, bad-input, faults).
 */
export function servedCli(asked: CliAsked): CliAnswered {
  server ??= start();
  const bytes = Buffer.from(`${JSON.stringify(asked)}\n`);
  for (let at = 0; at < bytes.length;) at += writeSync(server.questions, bytes, at);
  const pieces: Buffer[] = [];
  for (;;) {
    const piece = Buffer.alloc(1 << 20);
    const length = readSync(server.answers, piece);
    if (length === 0) throw new Error(`The command line ended in the middle of: ${asked.args.join(' ')}`);
    pieces.push(piece.subarray(0, length));
    if (piece[length - 1] === 10) break;
  }
  return JSON.parse(Buffer.concat(pieces).toString()) as CliAnswered;
}

/** Named pipes, because a test waits for its answer as it waits for a process: without a turn of the event loop. */
function start(): Server {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-served-'));
  const [questions, answers] = [join(folder, 'questions'), join(folder, 'answers')];
  const made = spawnSync('mkfifo', [questions, answers]);
  if (made.status !== 0) throw new Error(`mkfifo: ${String(made.stderr)}`);
  const program = bundled.program('cli-server');
  const child = spawn(process.execPath, [program, questions, answers, join(program, '..', '..')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PATH: process.env.PATH ?? '', ...bundled.kept },
  });
  // It ends when its questions do, with this process.
  child.unref();
  return { questions: openSync(questions, 'w'), answers: openSync(answers, 'r') };
}
