import { en } from '../../strings/en.ts';
import { classNames } from '../../ui/class-names.ts';
import type { Suggestion } from './suggestions.ts';

export const SUGGESTIONS = 'note-suggestions';
export const suggestionId = (at: number): string => `${SUGGESTIONS}-${at}`;

interface Props {
  readonly suggestions: readonly Suggestion[];
  /** The one that Enter takes; -1 = none, then Enter saves. */
  readonly chosen: number;
  readonly onTake: (at: number) => void;
}

/** Above the line: what could stand in the place of the word. Nothing has to be taken. */
export function SuggestionList({ suggestions, chosen, onTake }: Props) {
  return (
    <div className="note-suggestions" role="listbox" id={SUGGESTIONS} aria-label={en.noteLine.suggestions}>
      {suggestions.map(({ insert, hint }, at) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the line has the focus and the keys
        <div
          key={insert}
          id={suggestionId(at)}
          role="option"
          tabIndex={-1}
          aria-selected={at === chosen}
          className={classNames('note-suggestion', at === chosen && 'selected')}
          // The line keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(at)}
        >
          <span className="token">{insert}</span>
          <span className="meta clip">{hint}</span>
        </div>
      ))}
    </div>
  );
}
