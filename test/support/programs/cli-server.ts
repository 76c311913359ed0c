import { openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { runCli } from '../../../src-main/cli/main.ts';
import type { CliAnswered, CliAsked } from '../served-cli.ts';

/** Runs one command of the command line after another: `cli-server.cjs QUESTIONS ANSWERS FOLDER`, see served-cli.ts. */
const [questions = '', answers = '', folder = ''] = process.argv.slice(2);
const from = openSync(questions, 'r');
const to = openSync(answers, 'w');

let waiting = Buffer.alloc(0);

/** The next line; null where nobody asks any more. Nothing else happens meanwhile: no command runs. */
function nextLine(): string | null {
  for (;;) {
    const end = waiting.indexOf(10);
    if (end !== -1) {
      const line = waiting.toString('utf8', 0, end);
      waiting = waiting.subarray(end + 1);
      return line;
    }
    const piece = Buffer.alloc(65_536);
    const length = readSync(from, piece);
    if (length === 0) return null;
    waiting = Buffer.concat([waiting, piece.subarray(0, length)]);
  }
}

async function answer({ args, cwd, environment }: CliAsked): Promise<CliAnswered> {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, environment);
  process.chdir(cwd);
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    process[stream].write = (text: string | Uint8Array) => {
      said[stream] += String(text);
      return true;
    };
  }
  const status = await runCli(args, {
    packaged: false,
    nativeBinding: undefined,
    workers: { folder: join(folder, 'workers'), extension: 'cjs' },
    program: join(folder, '..'),
  });
  return { status, ...said };
}

async function serve(): Promise<void> {
  for (let line = nextLine(); line !== null; line = nextLine()) {
    const bytes = Buffer.from(`${JSON.stringify(await answer(JSON.parse(line) as CliAsked))}\n`);
    for (let at = 0; at < bytes.length;) at += writeSync(to, bytes, at);
  }
}

void serve();
