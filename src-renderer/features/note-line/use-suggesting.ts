import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useNoteLine } from '../../state/note-line.ts';
import { completed, openWord, type Suggestion } from './suggestions.ts';
import { useSuggestions } from './use-suggestions.ts';

interface Suggesting {
  readonly suggestions: readonly Suggestion[];
  /** The one that Enter takes; -1 = none, then Enter saves. */
  readonly chosen: number;
  readonly take: (at: number) => void;
  /** The text was changed by typing, with the caret there. */
  readonly typed: (caret: number) => void;
  readonly leave: () => void;
  /** True where the key was for the list. */
  readonly key: (event: KeyboardEvent) => boolean;
}

/**
 * What is offered for the word before the caret of the note line.
 * @param setText puts a text into the line
 */
export function useSuggesting(
  field: RefObject<HTMLTextAreaElement | null>,
  setText: (text: string) => void,
): Suggesting {
  const text = useNoteLine((state) => state.text);
  const block = useNoteLine((state) => state.block);
  /** -1 = nothing is offered. */
  const [caret, setCaret] = useState(-1);
  const [chosen, setChosen] = useState(-1);
  const word = block === null && caret >= 0 ? openWord(text, caret) : null;
  const suggestions = useSuggestions(word);
  // The caret is put there together with the text: later, a letter typed meanwhile would stand before it.
  const placed = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (placed.current !== null) field.current?.setSelectionRange(placed.current, placed.current);
    placed.current = null;
  });

  const typed = (at: number): void => {
    setCaret(at);
    setChosen(-1);
  };
  const leave = (): void => typed(-1);
  const take = (at: number): void => {
    const suggestion = suggestions[at];
    if (suggestion === undefined || word === null) return;
    const next = completed(text, word, suggestion);
    placed.current = next.caret;
    setText(next.text);
    leave();
  };
  const key = (event: KeyboardEvent): boolean => {
    if (suggestions.length === 0) return false;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0) {
      // None is one of them: then Enter saves, as always.
      const places = suggestions.length + 1;
      setChosen(((chosen + 1 + by + places) % places) - 1);
    } else if (event.key === 'Escape') leave();
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen >= 0) take(chosen);
    else return false;
    event.preventDefault();
    return true;
  };
  return { suggestions, chosen, take, typed, leave, key };
}
