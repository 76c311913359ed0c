import type { TimelineSurvey } from '../../src-main/contract/timeline.ts';
import { ask } from '../api/client.ts';
import { loadSurvey, setZoom } from './survey.ts';
import { question } from './timeline.ts';
import type { Span } from './timeline-filter.ts';

/** Shows a stretch of time in the strip, or all of it; the list stays as it is. */
export function zoomStrip(zoom: Span | null): void {
  setZoom(zoom);
  void loadSurvey(question());
}

/** Shows where nine of ten entries are. @returns false where that is all of it */
export async function zoomToEntries(): Promise<boolean> {
  const answer = await ask('timeline.survey', { ...question(), buckets: 1, zoom: 'dense' });
  const strip = answer.ok ? answer.data.strip : null;
  if (strip === null) return false;
  const { from, to, whole } = strip;
  if (from <= whole.from && to >= whole.to) return false;
  zoomStrip({ from, to });
  return true;
}

/** The counts of a stretch in so many equal pieces, beside the other filters; null where they cannot be had. */
export async function piecesOf(stretch: Span, pieces: number): Promise<TimelineSurvey['strip']> {
  const answer = await ask('timeline.survey', { ...question(), buckets: pieces, zoom: stretch });
  return answer.ok ? answer.data.strip : null;
}
