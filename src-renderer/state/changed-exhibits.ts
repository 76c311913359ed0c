import type { Exhibit } from '../../src-main/contract/evidence.ts';

/** Exhibits whose last check found other bytes. They stay in sight until a check finds the recorded ones. */
export function changedExhibits(exhibits: readonly Exhibit[]): readonly Exhibit[] {
  return exhibits.filter((exhibit) => exhibit.lastVerified?.ok === false);
}
