import * as z from 'zod';
import { hash, kind, line, occurred, text } from './kind.ts';

/** One part of the review, as it reads now; a later one takes its place (product.md, phase 5). */
export const reviewText = kind({
  name: 'review-text',
  version: 1,
  fields: z.strictObject({
    part: z.enum(['summary', 'retrospective', 'worked', 'not-worked', 'containment', 'investigation']),
    text,
  }),
  personal: ['text'],
});

/** A cause, an open question or an improvement; a later one of the same id takes its place. */
export const reviewItem = kind({
  name: 'review-item',
  version: 1,
  fields: z.strictObject({
    item: line,
    list: z.enum(['cause', 'question', 'improvement']),
    text,
    /** Who sees to it. */
    owner: line.optional(),
    due: occurred.optional(),
    state: z.enum(['open', 'done', 'dropped']),
    why: text.optional(),
    /** When it was done. */
    occurred: occurred.optional(),
  }),
  personal: ['text', 'owner', 'why', 'occurred'],
});

/** An entry that the retrospective shows, or does not show any more. */
export const reviewExcerpt = kind({
  name: 'review-excerpt',
  version: 1,
  fields: z.strictObject({ entry: hash, shown: z.boolean() }),
  personal: [],
});

/** A named person approves the review as it stands in the entries that this one follows. */
export const reviewApproval = kind({
  name: 'review-approval',
  version: 1,
  fields: z.strictObject({
    by: line,
    remark: text.optional(),
    /** Of one that came after it was due. */
    late_why: text.optional(),
    occurred: occurred.optional(),
  }),
  personal: ['by', 'remark', 'late_why', 'occurred'],
});
