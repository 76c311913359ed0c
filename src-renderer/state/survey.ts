import { create } from 'zustand';
import type { TimelineFilter, TimelineSurvey } from '../../src-main/contract/timeline.ts';
import { ask } from '../api/client.ts';

/** Pieces of the density strip. */
export const BUCKETS = 320;
/** New entries are counted at most this often, in ms. */
const PAUSE = 400;

/** Counts for the filter menus and the strip; null until they were asked for. A failed list says what failed. */
export const useSurvey = create<{ readonly survey: TimelineSurvey | null }>(() => ({ survey: null }));

let generation = 0;
let waiting: ReturnType<typeof setTimeout> | undefined;

export async function loadSurvey(question: TimelineFilter): Promise<void> {
  clearTimeout(waiting);
  waiting = undefined;
  generation += 1;
  const mine = generation;
  const answer = await ask('timeline.survey', { ...question, buckets: BUCKETS });
  if (mine === generation && answer.ok) useSurvey.setState({ survey: answer.data });
}

/** Counts again a moment later, once for all that came meanwhile. */
export function surveySoon(question: () => TimelineFilter): void {
  waiting ??= setTimeout(() => void loadSurvey(question()), PAUSE);
}

export function resetSurvey(): void {
  clearTimeout(waiting);
  waiting = undefined;
  generation += 1;
  useSurvey.setState({ survey: null });
}
