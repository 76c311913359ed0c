import { type Command, InvalidArgumentError } from 'commander';
import type { JobEnds } from './call.ts';
import type { CliContext } from './context.ts';

/** What a command needs once its options are known, and how it tells its exit status. */
export interface Run {
  /** Made when a command runs: `--help` and wrong use open nothing. */
  start(): Promise<{ context: CliContext; jobs: JobEnds }>;
  /** 0 unless a check failed. */
  exit(status: 0 | 1): void;
  /** Prints what is wrong with the arguments, for people. */
  readonly wrongUse: (text: string) => void;
}

export type Register = (program: Command, run: Run) => void;

/** Reads a whole number of an option. */
export function wholeNumber(text: string): number {
  if (!/^[+-]?\d{1,15}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

/** Gathers an option that may be given several times. */
export const collect = (value: string, before: string[] = []): string[] => [...before, value];
