import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/paths.ts';
import { commandLineSentence, errorSentence } from '../../src-main/domain/errors.ts';

/** What says something to a person in the window as well as on the command line. */
const FOLDERS = ['domain', 'contract', 'store', 'casework', 'evidence', 'share', 'engine', 'ipc', 'preload'];

/** An option (`--why`), or a command between the marks of code, as a sentence would name it. */
const OPTION = /(?:^|[\s(`'])--[a-z]/;
const COMMAND = /'[^'`]*`[a-z][^'`]*`[^']*'|\\`[a-z]/;

const withoutComments = (source: string): string =>
  source
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
    .replace(/(^|\s)\/\/.*$/gm, '$1');

/** Lines that name an option or a command of the terminal, but for hints that only the command line shows. */
function namesTerminal(source: string): string[] {
  let hints = false;
  return withoutComments(source)
    .split('\n')
    .filter((line) => {
      if (/onCommandLine: |const NEW_PASSPHRASE/.test(line)) hints = true;
      else if (/^\};|^$/.test(line)) hints = false;
      if (hints || /\bcli: /.test(line)) return false;
      return OPTION.test(line) || COMMAND.test(line);
    });
}

const sources = globSync(`src-main/{${FOLDERS.join(',')}}/**/*.ts`, { cwd: root });

test('no sentence that the window may show names an option or a command of the terminal', () => {
  expect(sources.length).toBeGreaterThan(100);
  const found = sources.flatMap((file) =>
    namesTerminal(readFileSync(join(root, file), 'utf8')).map((line) => `${file}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});

test('a planted option and a planted command are found', () => {
  expect(
    namesTerminal("  throw new CaseError('wrong-use', { reason: 'Say why with --despite.' });"),
  ).toHaveLength(1);
  expect(namesTerminal("  'x': 'Nothing is there. `evidence list` shows it.',")).toHaveLength(1);
  expect(namesTerminal('  reason: `Use \\`evidence release\\` for ${exhibit}.`,')).toHaveLength(1);
  expect(namesTerminal("  cli: '`--why W` says it.',\n  // with --why\n  /** `--why` */")).toEqual([]);
});

test('the command line adds its own hint, the window does not', () => {
  const sentence = errorSentence('case-sealed', {});
  expect(sentence).not.toContain('unseal CASE');
  expect(commandLineSentence('case-sealed', sentence, {})).toContain('`unseal CASE --why WHY`');
  expect(commandLineSentence('wrong-use', 'Say why.', { cli: '`--why W` says it.' })).toBe(
    'Say why. `--why W` says it.',
  );
  expect(commandLineSentence('bug', 'Oh.', {})).toBe('Oh.');
});
