import type { Log } from './find.ts';

/** Two logs, one beside the other: in one a rule speaks, in the other it does not. */
export interface Case {
  readonly rule: string;
  readonly about: string;
  readonly rows: number;
  readonly speaks: Log;
  readonly silent: Log;
}
