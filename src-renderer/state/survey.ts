import { create } from 'zustand';
import type { TimelineFilter, TimelineSurvey } from '../../src-main/contract/timeline.ts';
import { ask } from '../api/client.ts';
import type { Span } from './timeline-filter.ts';

/** Pieces of the density strip. */
export const BUCKETS = 320;
/** New entries are counted at most this often, in ms. */
const PAUSE = 400;

interface SurveyState {
  /** Counts for the filter menus and the strip; null until they were asked for. A failed list says what failed. */
  readonly survey: TimelineSurvey | null;
  /** What the strip shows of the record's time; null = all of it. */
  readonly zoom: Span | null;
}

const EMPTY: SurveyState = { survey: null, zoom: null };

export const useSurvey = create<SurveyState>(() => EMPTY);

let generation = 0;
/** The order that was counted last. */
let order: TimelineFilter['by'];
let waiting: ReturnType<typeof setTimeout> | undefined;

export async function loadSurvey(question: TimelineFilter): Promise<void> {
  clearTimeout(waiting);
  waiting = undefined;
  generation += 1;
  const mine = generation;
  // By the other order the entries lie elsewhere.
  if (order !== question.by) setZoom(null);
  order = question.by;
  const { zoom } = useSurvey.getState();
  const answer = await ask('timeline.survey', {
    ...question,
    buckets: BUCKETS,
    ...(zoom === null ? {} : { zoom }),
  });
  if (mine === generation && answer.ok) useSurvey.setState({ survey: answer.data });
}

/** Counts again a moment later, once for all that came meanwhile. */
export function surveySoon(question: () => TimelineFilter): void {
  waiting ??= setTimeout(() => void loadSurvey(question()), PAUSE);
}

export function setZoom(zoom: Span | null): void {
  useSurvey.setState({ zoom });
}

export function resetSurvey(): void {
  clearTimeout(waiting);
  waiting = undefined;
  generation += 1;
  useSurvey.setState(EMPTY);
}
