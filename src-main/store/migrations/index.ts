import { first } from './0010-first.ts';

/** `user_version` after a step, and its statements. Numbered in tens, so that a branch finds room. */
export interface Migration<From extends number, To extends number> {
  readonly from: From;
  readonly to: To;
  readonly statements: readonly string[];
}

/** Breaks the build on a gap: each step starts where the one before ended. */
type Chain<Steps extends readonly unknown[], From extends number = 0> = Steps extends readonly [
  Migration<From, infer To>,
  ...infer Rest,
]
  ? readonly [Migration<From, To>, ...Chain<Rest, To>]
  : readonly [];

const chain = <const Steps extends readonly Migration<number, number>[]>(
  steps: Steps & Chain<Steps>,
): readonly Migration<number, number>[] => steps;

export const migrations = chain([{ from: 0, to: 10, statements: first }]);

/** Schema version that this program writes. */
export const SCHEMA = 10;

/** `application_id` of a case file: the bytes `HFST`. */
export const APPLICATION_ID = 0x48465354;
