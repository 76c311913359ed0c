import { count } from '../../format/number.ts';
import { useCase } from '../../state/case.ts';
import { forgetDraft, useHalfWritten } from '../../state/correction.ts';
import { openCorrect, useEntryAction } from '../../state/entry-action.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconPencil } from '../../ui/icons.ts';
import './half-written.css';

interface Props {
  /** Both buttons go away when they are pressed: who discards goes on in the note line. */
  readonly onDiscarded: () => void;
}

/** After a kill: a correction was being typed. One calm line, the oldest first; blocks nothing. */
export function HalfWritten({ onDiscarded }: Props) {
  const notes = useHalfWritten((state) => state.notes);
  const correcting = useEntryAction((state) => state.action?.kind === 'correct');
  const sealed = useCase((state) => state.info?.sealed ?? false);
  const text = en.entryActions.halfWritten;
  const [first, ...more] = notes;
  if (first === undefined || correcting || sealed) return null;
  const number = count(first.number);
  return (
    <section className="half-written" aria-label={text.label}>
      <Ic of={IconPencil} />
      <p className="grow num" role="status">
        <b>{text.title(number)}</b> {more.length === 0 ? '' : text.more(count(more.length))}
      </p>
      <Button className="small" aria-label={text.goOnLabel(number)} onClick={() => void openCorrect(first)}>
        {text.goOn}
      </Button>
      <Button
        look="quiet"
        className="small"
        aria-label={text.discardLabel(number)}
        onClick={() => {
          forgetDraft(first.id);
          onDiscarded();
        }}
      >
        {text.discard}
      </Button>
    </section>
  );
}
