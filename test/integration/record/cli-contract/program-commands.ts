import type { Command } from 'commander';
import { createProgram } from '../../../../src-main/cli/program.ts';

/**
 * The commands as the program itself lists them: `evidence add`, `info`, `prep team set`, …; `custody` is the one of its
 * area that needs no word.
 */
export function commandsOfProgram(asked?: string): string[] {
  const none = {
    start: async () => Promise.reject(new Error('not run')),
    exit: () => {},
    wrongUse: () => {},
  };
  return createProgram('0', none, asked).commands.flatMap((command) => namesOf(command, ''));
}

const namesOf = (command: Command, before: string): string[] => {
  const name = `${before}${command.name()}`;
  if (name === 'custody record') return ['custody'];
  return command.commands.length === 0
    ? [name]
    : command.commands.flatMap((child) => namesOf(child, `${name} `));
};
