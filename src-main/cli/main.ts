import { basename, join, resolve } from 'node:path';
import type { EventData } from '../contract/events.ts';
import { createEngine } from '../engine/create-engine.ts';
import { clockFrom } from '../engine/clock-from.ts';
import { errorData } from '../engine/error-data.ts';
import { programHash } from '../engine/program-hash.ts';
import { askHidden } from './ask.ts';
import { JobEnds, Refusal } from './call.ts';
import type { CliContext } from './context.ts';

import { createOutput } from './output.ts';
import { createSecrets } from './passphrase.ts';
import { profileFolder } from '../engine/profile-folder.ts';
import { CommanderError } from 'commander';
import { type GlobalOptions, createProgram } from './program.ts';
import type { PrintPdf } from './pdf-printer.ts';
import type { Run } from './register.ts';

declare const __HOLDFAST_VERSION__: string | undefined;

export interface CliOptions {
  /** True in a packaged program: test switches are refused. */
  readonly packaged: boolean;
  readonly nativeBinding: string | undefined;
  readonly workers: { readonly folder: string; readonly extension: 'cjs' | 'ts' };
  /** Folder that holds the built `main` and `renderer`; undefined where the program runs from its source. */
  readonly program: string | undefined;
  /** What prints a PDF, where the command line runs inside the app. */
  readonly printPdf?: PrintPdf;
}

/**
 * Runs one command and returns its exit status (cli.md).
 * @param argv arguments after the program's name
 */
export async function runCli(argv: readonly string[], options: CliOptions): Promise<number> {
  const { env, stdout, stderr, stdin } = process;
  const version = typeof __HOLDFAST_VERSION__ === 'string' ? __HOLDFAST_VERSION__ : '0.0.0-source';
  // What stands after `--` is text.
  const end = argv.indexOf('--');
  const switches = end === -1 ? argv : argv.slice(0, end);
  const json = switches.includes('--json');
  const output = createOutput(
    {
      out: (text) => void stdout.write(text),
      err: (text) => void stderr.write(text),
      isTerminal: stderr.isTTY,
    },
    json,
    switches.includes('--quiet'),
  );
  let status = 0;
  let running: CliContext | null = null;
  const run: Run = {
    exit: (code) => (status = code),
    wrongUse: (text) => void (json || stderr.write(text)),
    async start() {
      const given = program.commands.reduce<GlobalOptions>(
        (all, command) => ({ ...all, ...optionsOf(command) }),
        {},
      );
      const jobs = new JobEnds();
      const hash = options.program === undefined ? undefined : await programHash(options.program);
      const folder = resolve(process.cwd(), given.profile ?? profileFolder(env));
      const engine = createEngine({
        emit(name, data) {
          if (name === 'job.progress') output.progress(data as EventData<'job.progress'>);
          if (name === 'job.ended') jobs.hear(data as EventData<'job.ended'>);
        },
        profileFolder: folder,
        nativeBinding: options.nativeBinding,
        workers: options.workers,
        clock: clockFrom(env.HOLDFAST_NOW, options.packaged),
        version,
        programHash: hash,
        author: { as: given.as, role: given.role },
        mayBlock: true,
      });
      const secrets = createSecrets({
        environment: env,
        passphraseFile:
          given.passphraseFile === undefined ? undefined : resolve(process.cwd(), given.passphraseFile),
        newPassphraseFile:
          given.newPassphraseFile === undefined ? undefined : resolve(process.cwd(), given.newPassphraseFile),
        ask: stdin.isTTY ? (question) => askHidden(stdin, question) : null,
      });
      running = {
        process: engine,
        output,
        secrets,
        path: (argument) => resolve(process.cwd(), argument),
        printPdf: options.printPdf,
      };
      const { access } = engine.engine;
      if (access.protection() === 'passphrase') await access.unlock(await secrets.forProfile(folder));
      return { context: running, jobs };
    },
  };
  const program = createProgram(version, run, argv[0]);
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) status = commanderStatus(error, output, json);
    else status = output.failed(error instanceof Refusal ? error.data : errorData(error));
  } finally {
    await (running as CliContext | null)?.process.close();
  }
  return status;
}

function optionsOf(command: ReturnType<typeof createProgram>): GlobalOptions {
  return command.commands.reduce<GlobalOptions>(
    (all, child) => ({ ...all, ...optionsOf(child) }),
    command.opts<GlobalOptions>(),
  );
}

function commanderStatus(
  error: CommanderError,
  output: ReturnType<typeof createOutput>,
  json: boolean,
): number {
  if (error.exitCode === 0) return 0;
  const reason =
    error.code === 'commander.help'
      ? 'A command is missing. `holdfast --help` shows all commands.'
      : error.message.replace(/^error: /, '');
  // Without --json commander has printed its own message and hint already.
  return json ? output.failed({ code: 'wrong-use', message: reason, details: { reason } }) : 2;
}

/** Started by itself (`node dist/main/cli.cjs …`), not loaded by the packaged program. */
const [, started = ''] = process.argv;
if (basename(started) === 'cli.cjs' || started.endsWith(join('cli', 'main.ts'))) {
  const folder = resolve(started, '..');
  const fromSource = started.endsWith('.ts');
  const workers = fromSource
    ? ({ folder: join(folder, '..', 'engine', 'workers'), extension: 'ts' } as const)
    : ({ folder: join(folder, 'workers'), extension: 'cjs' } as const);
  const program = fromSource ? undefined : join(folder, '..');
  void runCli(process.argv.slice(2), { packaged: false, nativeBinding: undefined, workers, program }).then(
    (status) => {
      process.exitCode = status;
    },
  );
}
