import * as z from 'zod';
import { create } from 'zustand';
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
/** Which notes have a correction that is half written, as a list of ids: a kill leaves it, and the drafts. */
const LIST = 'correct';
const place = (id: string): string => `correct/${id}`;
let timer: ReturnType<typeof setTimeout> | undefined;
/** What is not in the file yet. */
let pending: { readonly id: string; readonly typed: CorrectionTyped } | null = null;
/** Ids of the notes whose form was typed into and not closed. */
let open: readonly string[] = [];

/** Notes whose correction was being typed when the program ended; each is gone on with, or its draft discarded. */
export const useHalfWritten = create<{ readonly notes: readonly EntryView[] }>(() => ({ notes: [] }));

/** The case is being closed. */
export function resetHalfWritten(): void {
  clearTimeout(timer);
  pending = null;
  open = [];
  useHalfWritten.setState({ notes: [] });
}

async function keepList(ids: readonly string[]): Promise<void> {
  open = ids;
  await ask('draft.save', { place: LIST, text: ids.length === 0 ? '' : JSON.stringify(ids) });
}

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
  if (!open.includes(id)) await keepList([...open, id]);
  await ask('draft.save', { place: place(id), text: JSON.stringify(typed) });
}

export function forgetDraft(id: string): void {
  clearTimeout(timer);
  pending = null;
  useHalfWritten.setState(({ notes }) => ({ notes: notes.filter((note) => note.id !== id) }));
  void ask('draft.save', { place: place(id), text: '' });
  if (open.includes(id)) void keepList(open.filter((other) => other !== id));
}

/** What was typed into the form before a lock or a kill, or null. */
export async function draftOf(id: string): Promise<CorrectionTyped | null> {
  const answer = await ask('draft.read', { place: place(id) });
  if (!answer.ok) return null;
  return parsed(typedSchema, answer.data.text);
}

/** Null too where another version of this form wrote it: the note as it stands is the better start. */
function parsed<Kept>(schema: z.ZodType<Kept>, text: string): Kept | null {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Finds what an earlier run of the program left half written. */
export async function loadHalfWritten(): Promise<void> {
  const list = await ask('draft.read', { place: LIST });
  if (!list.ok) return;
  const ids = parsed(z.array(z.string()), list.data.text) ?? [];
  open = [...new Set([...open, ...ids])];
  for (const id of ids) {
    if ((await draftOf(id)) === null) continue;
    const answer = await ask('entry.show', { entry: id });
    if (!answer.ok || !open.includes(id)) continue;
    const { entry } = answer.data;
    useHalfWritten.setState(({ notes }) => ({ notes: [...notes, entry] }));
  }
}
