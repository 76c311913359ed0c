import * as z from 'zod';
import type { EntryView } from '../../src-main/contract/entry.ts';
import { ask } from '../api/client.ts';
import { noteTokens } from '../format/note-tokens.ts';

const typedSchema = z.strictObject({
  text: z.string(),
  at: z.string(),
  /** As typed: `#alert #web`. */
  tags: z.string(),
  reason: z.string(),
});

/** What stands in the form that corrects a note. */
export type CorrectionTyped = z.infer<typeof typedSchema>;

const asTyped = (tags: readonly string[]): string => tags.map((tag) => `#${tag}`).join(' ');

/** True where the text was withheld and only that word is left of it. */
const textIsWithheld = (entry: EntryView): boolean =>
  entry.withheldBy !== undefined && entry.text === '“withheld”';

/** A note as it stands, for being changed. */
export function typedFrom(entry: EntryView): CorrectionTyped {
  return {
    text: textIsWithheld(entry) ? '' : entry.text,
    at: entry.occurred?.typed ?? '',
    tags: asTyped(entry.tags),
    reason: '',
  };
}

/**
 * The form with another text. A time or tag that is typed inside the text is changed along with it, unless somebody
 * has said something else in its own field.
 */
export function withText(typed: CorrectionTyped, text: string): CorrectionTyped {
  const before = noteTokens(typed.text);
  const after = noteTokens(text);
  const at =
    after.time !== null && after.time.typed !== before.time?.typed && typed.at === (before.time?.typed ?? '')
      ? after.time.typed
      : typed.at;
  const fromText = new Set(before.tags.map((tag) => tag.toLowerCase()));
  const kept = typed.tags
    .split(/\s+/)
    .filter((tag) => tag !== '' && !fromText.has(tag.slice(1).toLowerCase()));
  const same = asTyped(before.tags) === asTyped(after.tags);
  const tags = same ? typed.tags : [...new Set([...kept, ...after.tags.map((tag) => `#${tag}`)])].join(' ');
  return { ...typed, text, at, tags };
}

const PAUSE = 250;
const place = (id: string): string => `correct/${id}`;
let timer: ReturnType<typeof setTimeout> | undefined;
/** What is not in the file yet. */
let pending: { readonly id: string; readonly typed: CorrectionTyped } | null = null;

/** Keeps what is typed into the form in the case file, a moment after the last key. */
export function keepDraft(id: string, typed: CorrectionTyped): void {
  clearTimeout(timer);
  pending = { id, typed };
  timer = setTimeout(() => void flushCorrection(), PAUSE);
}

/** Writes it now: before a lock. */
export async function flushCorrection(): Promise<void> {
  clearTimeout(timer);
  if (pending === null) return;
  const { id, typed } = pending;
  pending = null;
  await ask('draft.save', { place: place(id), text: JSON.stringify(typed) });
}

export function forgetDraft(id: string): void {
  clearTimeout(timer);
  pending = null;
  void ask('draft.save', { place: place(id), text: '' });
}

/** What was typed into the form before a lock, or null. */
export async function draftOf(id: string): Promise<CorrectionTyped | null> {
  const answer = await ask('draft.read', { place: place(id) });
  if (!answer.ok || answer.data.text === '') return null;
  try {
    return typedSchema.parse(JSON.parse(answer.data.text));
  } catch {
    // Written by another version of this form: the note as it stands is the better start.
    return null;
  }
}
