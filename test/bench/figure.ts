/** One line of RESULTS.md: what was asked, what was measured beside what, and whether it was reached. */
export interface Figure {
  readonly name: string;
  readonly target: string;
  readonly ours: string;
  readonly peer: string;
  readonly ratio: string;
  readonly reached: boolean;
  /** The command or the code that was measured. */
  readonly how: string;
}
