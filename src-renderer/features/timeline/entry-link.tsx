import type { EntryView } from '../../../src-main/contract/entry.ts';
import { count } from '../../format/number.ts';
import { goToEntry } from '../../state/timeline.ts';
import { en } from '../../strings/en.ts';

interface Props {
  readonly entry: EntryView;
  /** The rows of the list are reached by its own keys; only the pane's links are in the focus order. */
  readonly inRow?: boolean;
}

/** The number of another entry; a press goes there. */
export function EntryLink({ entry, inRow = false }: Props) {
  const n = count(entry.number);
  if (inRow) {
    return (
      // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- an option may hold no control; its pane has the same link as a button
      <span
        className="entry-link num"
        title={en.timeline.corrected.goTo(n)}
        onClick={(event) => {
          event.stopPropagation();
          void goToEntry(entry);
        }}
      >
        {n}
      </span>
    );
  }
  return (
    <button
      type="button"
      className="entry-link num"
      aria-label={en.timeline.corrected.goTo(n)}
      onClick={() => void goToEntry(entry)}
    >
      {n}
    </button>
  );
}
