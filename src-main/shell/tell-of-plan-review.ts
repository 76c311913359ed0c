import { askEngine } from './ask-engine.ts';
import { awaitPlanReview } from './await-plan-review.ts';
import { systemNotice } from './notice.ts';
import type { Windows } from './windows.ts';

const TEXT = 'The plan in Holdfast is due to be looked at again.';

/** Milliseconds after the start: the first page comes first. */
const AFTER_START = 5000;

/**
 * The system tells once that the plan of the preparation is due to be looked at again; no case need be open.
 * @param isWanted whether the person wants to be told
 * @param clock ms since 1970 UTC
 */
export function tellOfPlanReview(
  windows: Pick<Windows, 'front'>,
  isWanted: () => boolean,
  clock: () => number,
): void {
  const ask = async (): Promise<number | null> => {
    const window = windows.front();
    if (window === undefined) return null;
    const { due, told } = await askEngine(window, 'preparation.review', {});
    return due === null || told ? null : Date.parse(due);
  };
  const tell = (at: number): boolean => {
    const front = windows.front();
    if (front === undefined) return false;
    if (!isWanted()) return true;
    systemNotice(front.window)(TEXT);
    const due = new Date(at).toISOString();
    // Where it cannot be kept, the next start tells once more.
    void front.call('preparation.review-told', { due });
    return true;
  };
  setTimeout(() => awaitPlanReview({ ask, tell, clock }), AFTER_START).unref();
}
