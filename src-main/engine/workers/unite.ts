import { type United, unite } from '../merge/unite.ts';
import type { CheckedEntry } from '../record/check-batch.ts';
import { entriesIn } from '../record/checked-text.ts';
import { serve } from '../worker-serve.ts';

/** The next checked entries of one side in the order of its file, or the wish to look at both as one. */
export type UniteRequest =
  | {
      readonly kind: 'batch';
      readonly side: 'here' | 'there';
      readonly entries: string;
    }
  | { readonly kind: 'unite'; readonly waiting: readonly string[]; readonly whole: boolean };

const sides: Record<'here' | 'there', CheckedEntry[]> = { here: [], there: [] };

serve<UniteRequest, United | null>((request) => {
  if (request.kind === 'batch') {
    for (const entry of entriesIn(request.entries)) sides[request.side].push(entry);
    return null;
  }
  return unite({ ...sides, waiting: request.waiting, whole: request.whole });
});
