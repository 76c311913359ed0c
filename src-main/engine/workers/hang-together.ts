import type { CheckedEntry } from '../../domain/record/check-batch.ts';
import { entriesIn } from '../record/checked-text.ts';
import { type Whole, hangTogether } from '../record/hang-together.ts';
import { serve } from '../worker-serve.ts';

/** A batch at its place in the file, or the end of them. */
export type HangTogetherRequest =
  | { readonly kind: 'batch'; readonly place: number; readonly entries: string }
  | { readonly kind: 'end'; readonly views: boolean; readonly series: string | null };

const batches: (readonly CheckedEntry[])[] = [];

serve<HangTogetherRequest, Whole | null>((request) => {
  if (request.kind === 'end') return hangTogether(batches.flat(), request.views, request.series);
  batches[request.place] = entriesIn(request.entries);
  return null;
});
