import { create } from 'zustand';
import type { EntryView } from '../../src-main/contract/entry.ts';
import type { ErrorData } from '../../src-main/contract/error.ts';
import { ask } from '../api/client.ts';
import { count } from '../format/number.ts';
import { en } from '../strings/en.ts';
import { useCase } from './case.ts';
import { type CorrectionTyped, draftOf, forgetDraft, keepDraft, typedFrom } from './correction.ts';
import { sayDone } from './done.ts';
import { addEntry } from './timeline.ts';

type EntryAction =
  /** `typed` is what the form starts with: how the note reads, or what was typed before a lock. */
  | { readonly kind: 'correct'; readonly entry: EntryView; readonly typed: CorrectionTyped }
  | { readonly kind: 'withhold'; readonly entry: EntryView }
  | { readonly kind: 'link'; readonly entry: EntryView };

interface EntryActionState {
  readonly action: EntryAction | null;
}

/** What is being done to an entry: the form that is open. */
export const useEntryAction = create<EntryActionState>(() => ({ action: null }));

export function closeEntryAction(): void {
  useEntryAction.setState({ action: null });
}

const CORRECTABLE = new Set(['note', 'correction']);

/** Whether notes can be written now. */
function writable(): boolean {
  const { info } = useCase.getState();
  return info !== null && !info.readOnly && !info.sealed;
}

export const isCorrectable = (entry: EntryView): boolean => CORRECTABLE.has(entry.kind);

/** Opens the form that corrects a note. It starts with how the note reads now. */
export async function openCorrect(entry: EntryView): Promise<void> {
  if (!isCorrectable(entry) || !writable()) return;
  let now = entry;
  if (entry.correctedBy !== undefined) {
    const answer = await ask('entry.show', { entry: entry.correctedBy });
    if (answer.ok) now = answer.data.entry;
  }
  const typed = (await draftOf(now.id)) ?? (await movedDraft(entry, now)) ?? typedFrom(now);
  if (writable()) useEntryAction.setState({ action: { kind: 'correct', entry: now, typed } });
}

/** What was typed about a note that reads otherwise by now, such as after a merge: it goes on from there. */
async function movedDraft(entry: EntryView, now: EntryView): Promise<CorrectionTyped | null> {
  if (now.id === entry.id) return null;
  const typed = await draftOf(entry.id);
  if (typed === null) return null;
  forgetDraft(entry.id);
  keepDraft(now.id, typed);
  return typed;
}

/** The id of this device's key in the record; in the first moment of an open case nobody has asked for it yet. */
async function ownId(): Promise<string> {
  const known = useCase.getState().author?.id ?? '';
  if (known !== '') return known;
  const answer = await ask('author.list', {});
  if (!answer.ok) return '';
  const { authors, writing } = answer.data;
  return authors.find(({ key }) => key === writing)?.id ?? '';
}

/** Opens the form for the last note that was written with this device's key. */
export async function correctLastOwn(): Promise<void> {
  const author = await ownId();
  if (author === '') return;
  const answer = await ask('timeline.list', { kinds: ['note'], author, by: 'recorded', limit: 1 });
  const last = answer.ok ? answer.data.entries.at(-1) : undefined;
  if (last !== undefined) await openCorrect(last);
}

export function openWithhold(entry: EntryView): void {
  if (useCase.getState().info?.readOnly !== false) return;
  useEntryAction.setState({ action: { kind: 'withhold', entry } });
}

export function openLink(entry: EntryView): void {
  if (writable()) useEntryAction.setState({ action: { kind: 'link', entry } });
}

/** Records a correction. Fields that are as they were are not sent: the engine keeps them. */
export async function correct(
  entry: EntryView,
  typed: CorrectionTyped,
  reason: string,
): Promise<ErrorData | null> {
  const before = typedFrom(entry);
  const at = typed.at.trim();
  const answer = await ask('note.correct', {
    entry: entry.id,
    reason,
    ...(typed.text === before.text ? {} : { text: typed.text }),
    // Emptied, it takes the time away.
    ...(at === before.at ? {} : { at: at === '' ? null : at }),
    ...(typed.tags === before.tags ? {} : { tags: tagList(typed.tags) }),
  });
  if (!answer.ok) return answer.error;
  addEntry(answer.data.entry);
  forgetDraft(entry.id);
  sayDone(en.entryActions.correct.done(count(entry.number)));
  return null;
}

const tagList = (tags: string): string[] =>
  tags
    .split(/[\s,]+/)
    .map((tag) => tag.replace(/^#/, ''))
    .filter((tag) => tag !== '');

export async function withhold(entry: EntryView, field: string, why: string): Promise<ErrorData | null> {
  const answer = await ask('entry.withhold', { entry: entry.id, field, why });
  if (!answer.ok) return answer.error;
  addEntry(answer.data.entry);
  sayDone(en.entryActions.withhold.done(count(entry.number)));
  return null;
}

export async function link(entry: EntryView, exhibit: string): Promise<ErrorData | null> {
  const answer = await ask('entry.attach', { entry: entry.id, exhibit });
  if (!answer.ok) return answer.error;
  addEntry(answer.data.entry);
  sayDone(en.entryActions.link.done(exhibit, count(entry.number)));
  return null;
}
