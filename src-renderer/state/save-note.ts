import { ask } from '../api/client.ts';
import { noteTokens } from '../format/note-tokens.ts';
import { exhibitsIn, linkLater, takeAttachments } from './attachments.ts';
import { entryCounted, useCase } from './case.ts';
import { draftChanged } from './draft.ts';
import { useNoteLine, type WaitingNote, wholeText } from './note-line.ts';
import { addEntry } from './timeline.ts';

/** A save that takes longer than this is said (design §6). */
const SLOW = 400;
/** Longer text is not laid out in the line; it stays in the notice. */
const LONGEST_IN_LINE = 8192;

let ids = 0;
let pumping = false;
/** Grows when the case is closed: answers of an older one are not for us. */
let epoch = 0;

export function stopSaving(): void {
  epoch += 1;
  pumping = false;
}

function without(waiting: readonly WaitingNote[], id: number): readonly WaitingNote[] {
  return waiting.filter((note) => note.id !== id);
}

async function saveOne(note: WaitingNote): Promise<boolean> {
  const mine = epoch;
  const slow = setTimeout(() => {
    if (mine === epoch) useNoteLine.setState({ slowSince: new Date() });
  }, SLOW);
  const exhibits = exhibitsIn(note.attachments);
  const answer = await ask('note.add', {
    text: note.text,
    ...(note.at === undefined ? {} : { at: note.at }),
    ...(note.zone === undefined ? {} : { zone: note.zone }),
    ...(note.tags.length === 0 ? {} : { tags: [...note.tags] }),
    ...(exhibits.length === 0 ? {} : { exhibits: [...exhibits] }),
  });
  clearTimeout(slow);
  if (mine !== epoch) return false;
  const state = useNoteLine.getState();
  const waiting = without(state.waiting, note.id);
  if (answer.ok) {
    const { entry } = answer.data;
    // One update, so that the row and "Saved" appear in the same frame.
    addEntry(entry);
    linkLater(note.attachments, entry.id);
    useNoteLine.setState({ waiting, slowSince: null, saved: entry, unconfirmed: false });
    const info = useCase.getState().info;
    if (info !== null && entry.number > info.entries) entryCounted(entry.number, entry.recorded);
  } else {
    // The text goes back into the line where nothing newer stands there; else it waits in the notice.
    const free = state.text === '' && state.block === null && state.failed.length === 0;
    const inLine = free && waiting.length === 0 && note.text.length <= LONGEST_IN_LINE;
    const failed = { note, error: answer.error, inLine };
    useNoteLine.setState({
      waiting,
      slowSince: null,
      failed: [...state.failed, failed],
      ...(inLine ? { text: note.text } : {}),
    });
  }
  draftChanged();
  return answer.ok;
}

async function pump(): Promise<void> {
  if (pumping) return;
  pumping = true;
  const mine = epoch;
  for (;;) {
    const next = useNoteLine.getState().waiting[0];
    if (next === undefined || mine !== epoch) break;
    await saveOne(next);
  }
  if (mine === epoch) pumping = false;
}

/** Waits until every note has its answer, at most that many ms: before a lock. */
export async function savingDone(most: number): Promise<void> {
  const end = Date.now() + most;
  while (useNoteLine.getState().waiting.length > 0 && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function enqueue(note: WaitingNote): void {
  useNoteLine.setState((state) => ({ waiting: [...state.waiting, note] }));
  draftChanged();
  void pump();
}

/** The tag of what a reader should see first. */
const KEY_EVENT = 'key-event';

/** The tokens of the typed part; a pasted log is not searched for times and tags. */
function timeAndTags(typed: string, keyEvent: boolean): Pick<WaitingNote, 'at' | 'zone' | 'tags'> {
  const { time, tags } = noteTokens(typed);
  return {
    tags: keyEvent ? [...new Set([...tags, KEY_EVENT])] : tags,
    ...(time === null ? {} : { at: time.typed }),
    ...(time?.zone === undefined ? {} : { zone: time.zone }),
  };
}

/**
 * Enter in the note line: the line is free at once, the note is on its way.
 * @param keyEvent whether it is marked as one that a reader should see first
 */
export function saveLine(keyEvent = false): void {
  const state = useNoteLine.getState();
  const text = wholeText(state);
  const attached = takeAttachments();
  // What was attached is in the record already; without words there is nothing to link it to.
  if (text.trim() === '') return;
  // A note that failed and came back into the line is settled by this Enter, edited or not.
  const failed = state.failed.filter((entry) => !entry.inLine);
  const earlier = state.failed.filter(({ inLine }) => inLine).flatMap(({ note }) => note.attachments);
  ids += 1;
  useNoteLine.setState({ text: '', block: null, failed, unconfirmed: false });
  enqueue({ id: ids, text, ...timeAndTags(state.text, keyEvent), attachments: [...earlier, ...attached] });
}

/** Tries the notes again that were not saved; without their time where that was the reason. */
export function retryFailed(withoutTime: boolean): void {
  const { failed, text, block } = useNoteLine.getState();
  useNoteLine.setState({ failed: [] });
  for (const { note, inLine } of failed) {
    // What stands in the line now is what the person wants saved: they may have corrected it.
    if (inLine && block === null) useNoteLine.setState({ text: '' });
    const now = inLine ? { ...note, text, ...timeAndTags(text, note.tags.includes(KEY_EVENT)) } : note;
    const { id, text: words, tags, attachments } = now;
    enqueue(withoutTime ? { id, text: words, tags, attachments } : now);
  }
}
