import { create } from 'zustand';
import type { EntryView } from '../../src-main/contract/entry.ts';
import type { ErrorData } from '../../src-main/contract/error.ts';
import type { Attachment } from './attachments.ts';

/** Text that was pasted and is too long to be shown in a line. */
export interface PastedBlock {
  readonly text: string;
  /** What stood behind the cursor when it was pasted; it comes back when the block is removed. */
  readonly after: string;
}

export interface WaitingNote {
  readonly id: number;
  readonly text: string;
  readonly at?: string;
  readonly zone?: string;
  readonly tags: readonly string[];
  /** Exhibits that are linked to it. */
  readonly attachments: readonly Attachment[];
}

export interface FailedNote {
  readonly note: WaitingNote;
  readonly error: ErrorData;
  /** True where its text went back into the line: editing it and pressing Enter settles it. */
  readonly inLine: boolean;
}

interface NoteLineState {
  readonly text: string;
  readonly block: PastedBlock | null;
  /** In order of Enter; the first is on its way to the disk. */
  readonly waiting: readonly WaitingNote[];
  /** Since when the first waiting note is on its way, once that is long enough to be said. */
  readonly slowSince: Date | null;
  readonly failed: readonly FailedNote[];
  /** The entry that was saved last. */
  readonly saved: EntryView | null;
  readonly draftError: ErrorData | null;
  /** True where the text was not confirmed when the engine ended. */
  readonly unconfirmed: boolean;
}

export const EMPTY_LINE: NoteLineState = {
  text: '',
  block: null,
  waiting: [],
  slowSince: null,
  failed: [],
  saved: null,
  draftError: null,
  unconfirmed: false,
};

export const useNoteLine = create<NoteLineState>(() => EMPTY_LINE);

/** The whole text of the line as it would be saved. */
export function wholeText(state: Pick<NoteLineState, 'text' | 'block'>): string {
  return state.block === null ? state.text : state.text + state.block.text + state.block.after;
}

/** Everything typed that is not known to be in the record, note by note, the line last. */
export function unsavedPieces(state: NoteLineState): readonly string[] {
  const parts = [
    ...state.failed.filter((failed) => !failed.inLine).map((failed) => failed.note.text),
    ...state.waiting.map((note) => note.text),
    wholeText(state),
  ];
  return parts.filter((part) => part !== '');
}

/** The same as one text: what a draft has to keep. */
export function unsavedText(state: NoteLineState): string {
  return unsavedPieces(state).join('\n\n');
}
