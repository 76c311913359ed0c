import { isAbsolute, resolve } from 'node:path';
import { commandNames } from '../contract/command-names.ts';

/** What the program was started for. */
export type Start =
  | {
      readonly kind: 'window';
      /** Absolute path of a case file, if one was named. */ readonly path: string | null;
    }
  | { readonly kind: 'command'; readonly argv: readonly string[] };

/** Options that may stand before the command word and take a value. */
const valued = new Set(['--profile', '--passphrase-file', '--new-passphrase-file', '--as', '--role']);
/** Options that mean the command line by themselves. */
const alone = new Set(['--help', '-h', '--version', '-V', '--json', '--quiet']);
/** Switches of the web engine: never for the command line. */
const chromium =
  /^--(?:no-sandbox|no-zygote|disable-gpu|in-process-gpu|ozone-platform|log-level|user-data-dir)(?:=|$)/u;

/**
 * Reads the arguments of a start, or of a second start that was handed over.
 * @param argv without the executable and, from a checkout, without the app's folder
 * @param folder that relative paths mean
 */
export function readStart(argv: readonly string[], folder: string): Start {
  const own = argv.filter((argument) => !chromium.test(argument));
  // `--` ends the switches of Chromium; the command line knows its own meaning of it after the command.
  const given = own[0] === '--' ? own.slice(1) : own;
  let index = 0;
  while (index < given.length) {
    const argument = given[index] ?? '';
    if (!argument.startsWith('-')) break;
    index += valued.has(argument) ? 2 : 1;
  }
  const word = given[index];
  const isCommand = word !== undefined && commandNames.has(word);
  if (isCommand || given.slice(0, index).some((argument) => alone.has(argument))) {
    return { kind: 'command', argv: given };
  }
  if (word === undefined) return { kind: 'window', path: null };
  return { kind: 'window', path: isAbsolute(word) ? word : resolve(folder, word) };
}

/**
 * The person's arguments. From a checkout the app's folder stands among them: `electron [switches] FOLDER …`.
 * @param argv `process.argv`
 */
export function ownArguments(argv: readonly string[], packaged: boolean): readonly string[] {
  const given = argv.slice(1);
  if (packaged) return given;
  const folder = given.findIndex((argument) => !argument.startsWith('-'));
  return folder === -1 ? given : given.toSpliced(folder, 1);
}
