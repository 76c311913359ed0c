import type { Survey } from '../merge/survey.ts';
import type { United } from '../merge/unite.ts';
import { type SeriesOfBoth, type Side, uniting } from '../merge/uniting.ts';
import { serve } from '../worker-serve.ts';

/** The next checked entries of one side in the order of its file, or the wish to look at both as one, or at what they lack. */
export type UniteRequest =
  | { readonly kind: 'batch'; readonly side: Side; readonly entries: string }
  | {
      readonly kind: 'unite';
      readonly waiting: readonly string[];
      readonly whole: boolean;
      readonly series: SeriesOfBoth;
    }
  | { readonly kind: 'survey'; readonly own: string | null };

const both = uniting();

serve<UniteRequest, United | Survey | null>((request) => {
  if (request.kind === 'unite') return both.unite(request.waiting, request.whole, request.series);
  if (request.kind === 'survey') return both.survey(request.own);
  both.add(request.side, request.entries);
  return null;
});
