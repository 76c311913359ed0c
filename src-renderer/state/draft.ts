import { ask } from '../api/client.ts';
import { unsavedText, useNoteLine } from './note-line.ts';

const PLACE = 'note-line';
/** Typing that pauses this long is kept; while it goes on, the draft is never further behind than BEHIND. */
const PAUSE = 250;
const BEHIND = 900;
/** A pasted text of megabytes is sent less often: each draft carries all of it. */
const LARGE = 100_000;

let timer: ReturnType<typeof setTimeout> | undefined;
let firstChange = 0;
let kept = '';
let sending: Promise<void> | null = null;
let enabled = false;

async function send(): Promise<void> {
  const text = unsavedText(useNoteLine.getState());
  if (text === kept) return;
  const answer = await ask('draft.save', { place: PLACE, text });
  if (answer.ok) kept = text;
  const draftError = answer.ok ? null : answer.error;
  if (useNoteLine.getState().draftError !== draftError) useNoteLine.setState({ draftError });
  // A failed draft is tried again with the next change, not in a loop: a full disk stays full for a while.
}

function run(): void {
  timer = undefined;
  firstChange = 0;
  if (sending !== null) {
    schedule();
    return;
  }
  sending = send().finally(() => {
    sending = null;
  });
}

function schedule(): void {
  const now = Date.now();
  if (firstChange === 0) firstChange = now;
  if (timer !== undefined) clearTimeout(timer);
  const { text, block } = useNoteLine.getState();
  const large = text.length + (block?.text.length ?? 0) > LARGE;
  const wait = large ? BEHIND : Math.min(PAUSE, Math.max(0, firstChange + BEHIND - now));
  timer = setTimeout(run, wait);
}

/** Tells that the unsaved text changed. */
export function draftChanged(): void {
  if (enabled) schedule();
}

/** Writes the draft now: before a lock. */
export async function flushDraft(): Promise<void> {
  if (!enabled) return;
  if (timer !== undefined) clearTimeout(timer);
  timer = undefined;
  firstChange = 0;
  if (sending !== null) await sending;
  await send();
}

/** Reads the draft of a case that was just opened; from now on changes are kept. */
export async function startDraft(readOnly: boolean): Promise<string> {
  const answer = await ask('draft.read', { place: PLACE });
  enabled = !readOnly;
  kept = answer.ok ? answer.data.text : '';
  return kept;
}

/** Stops keeping drafts: the case is being closed, or its engine is gone. */
export function stopDraft(): void {
  enabled = false;
  if (timer !== undefined) clearTimeout(timer);
  timer = undefined;
  firstChange = 0;
  kept = '';
}
