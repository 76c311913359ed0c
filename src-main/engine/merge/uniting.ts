import type { RecordProblem } from '../../domain/record-problem.ts';
import { absentIn } from '../../domain/record/absent.ts';
import type { CheckedEntry } from '../../domain/record/check-batch.ts';
import { together } from '../../domain/record/together.ts';
import { sha256 } from '../../casework/node-crypto.ts';
import { entriesIn } from '../record/checked-text.ts';
import { type Before, beforeOf, extend } from './extend.ts';
import { type Survey, survey } from './survey.ts';
import { type United, unite } from './unite.ts';

export type Side = 'here' | 'there';
/** Letters of the exhibit numbers of both files; null in an original. */
export type SeriesOfBoth = Readonly<Record<Side, string | null>>;

/** Two records that come together batch by batch; asked again, it looks at what came meanwhile. */
export interface Uniting {
  /** @param entries as text (record/checked-text.ts), in the order of their file */
  add(side: Side, entries: string): void;
  /**
   * @param waiting hashes of entries that wait here since an earlier merge; the same each time
   * @param whole false where the other side is no record by itself, but entries that waited here
   */
  unite(waiting: readonly string[], whole: boolean, series: SeriesOfBoth): United;
  /** What each lacks of the other, as they were united last. @param own key whose clock the others are compared with */
  survey(own: string | null): Survey;
}

export function uniting(): Uniting {
  const sides: Record<Side, CheckedEntry[]> = { here: [], there: [] };
  let alone: readonly RecordProblem[] | null = null;
  let before: Before | null = null;
  let late: CheckedEntry[] = [];
  let accepted: readonly string[] = [];
  return {
    add(side, entries) {
      for (const entry of entriesIn(entries)) {
        sides[side].push(entry);
        if (side === 'here') late.push(entry);
      }
      if (side === 'there') [alone, before] = [null, null];
    },
    unite(waiting, whole, series) {
      // The other record does not change while notes are written here: it is looked at once.
      alone ??= whole ? together(sha256, sides.there, absentIn(sides.there, series.there)).problems : [];
      before = before === null ? null : extend(before, late);
      late = [];
      if (before !== null) return before.united;
      const united = unite({ ...sides, waiting, alone, series: series.here });
      ({ accepted } = united);
      if (united.problems.length === 0) before = beforeOf(sides, united);
      return united;
    },
    survey: (own) => survey(sides, new Set(accepted), own),
  };
}
