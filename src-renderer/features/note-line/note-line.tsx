import { type ClipboardEvent, type KeyboardEvent, type SubmitEvent, useEffect, useRef } from 'react';
import { noteTokens } from '../../format/note-tokens.ts';
import { useCase } from '../../state/case.ts';
import { draftChanged } from '../../state/draft.ts';
import { correctLastOwn } from '../../state/entry-action.ts';
import { useNoteLine } from '../../state/note-line.ts';
import { saveLine } from '../../state/save-note.ts';
import { en } from '../../strings/en.ts';
import { Ic } from '../../ui/ic.tsx';
import { IconPencil } from '../../ui/icons.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { useKeys } from '../../ui/keyboard.ts';
import { useRest } from '../../ui/use-now.ts';
import { Attached } from './attached.tsx';
import { NotSaved } from './not-saved.tsx';
import { NoteTime } from './note-time.tsx';
import { PastedText } from './pasted-text.tsx';
import { SaveState } from './save-state.tsx';
import { SUGGESTIONS, SuggestionList, suggestionId } from './suggestion-list.tsx';
import { useSuggesting } from './use-suggesting.ts';
import { useUnderstoodTime } from './use-understood-time.ts';
import './note-line.css';

/** Longer text is kept whole but not laid out: a text field with megabytes in it freezes the window. */
const LARGEST_SHOWN = 8192;

function setText(text: string): void {
  // Emptying the line gives up the note that was put back into it.
  useNoteLine.setState((state) =>
    text === '' ? { text, failed: state.failed.filter((entry) => !entry.inLine) } : { text },
  );
  draftChanged();
}

function paste(event: ClipboardEvent<HTMLTextAreaElement>): void {
  const pasted = event.clipboardData.getData('text/plain');
  const { selectionStart, selectionEnd, value } = event.currentTarget;
  if (value.length + pasted.length <= LARGEST_SHOWN) return;
  event.preventDefault();
  const text = pasted.replaceAll('\r\n', '\n');
  const { block } = useNoteLine.getState();
  const earlier = block === null ? '' : block.text + block.after;
  const after = value.slice(selectionEnd) + earlier;
  useNoteLine.setState({ text: value.slice(0, selectionStart), block: { text, after } });
  draftChanged();
}

interface Props {
  /** Esc leaves the line to the list above. */
  readonly onLeave: () => void;
}

/** The product: on every case screen, in the same place. Enter saves; nothing else has to be known. */
export function NoteLine({ onLeave }: Props) {
  const text = useNoteLine((state) => state.text);
  const block = useNoteLine((state) => state.block);
  const readOnly = useCase((state) => state.info?.readOnly ?? false);
  const sealed = useCase((state) => state.info?.sealed ?? false);
  const resting = useRest();
  const field = useRef<HTMLTextAreaElement>(null);
  const understood = useUnderstoodTime(noteTokens(text).time);
  const offered = useSuggesting(field, setText);

  const onOwner = useCase((state) => state.section === 'owner');
  const free = onOwner ? en.owner.remark : en.noteLine.placeholder;
  const placeholder = readOnly ? en.noteLine.readOnly : sealed ? en.noteLine.sealed : free;

  const focus = (): void => {
    field.current?.focus();
  };
  useKeys({ 'mod+j': focus, i: focus });
  useEffect(focus, []);
  // A text that came back (a draft, a note that was not saved) is continued at its end.
  useEffect(() => {
    const element = field.current;
    if (element !== null && document.activeElement === element) {
      element.setSelectionRange(element.value.length, element.value.length);
    }
  }, [block]);

  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    saveLine();
  };
  const key = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    // While an input method composes, Enter belongs to it.
    if (event.nativeEvent.isComposing || offered.key(event)) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      saveLine(event.ctrlKey || event.metaKey);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      onLeave();
    } else if (event.key === 'ArrowUp' && text === '' && block === null) {
      event.preventDefault();
      void correctLastOwn();
    }
  };

  return (
    <form className="noteline" aria-label={en.noteLine.form} onSubmit={submit} data-region>
      <NotSaved onRetry={focus} />
      {offered.suggestions.length === 0 ? null : (
        <SuggestionList suggestions={offered.suggestions} chosen={offered.chosen} onTake={offered.take} />
      )}
      <div className="noteline-row">
        <div className="note-input">
          <Ic of={IconPencil} className="acc" />
          <textarea
            ref={field}
            className={resting ? 'resting' : undefined}
            rows={1}
            value={text}
            readOnly={readOnly}
            aria-label={en.noteLine.label}
            placeholder={block === null ? placeholder : ''}
            spellCheck={false}
            autoComplete="off"
            dir="auto"
            data-region-entrance
            aria-controls={offered.suggestions.length > 0 ? SUGGESTIONS : undefined}
            aria-activedescendant={offered.chosen >= 0 ? suggestionId(offered.chosen) : undefined}
            onChange={(event) => {
              setText(event.currentTarget.value);
              offered.typed(event.currentTarget.selectionStart);
            }}
            onBlur={offered.leave}
            onKeyDown={key}
            onPaste={paste}
          />
          {block === null ? null : <PastedText block={block} onRemoved={focus} />}
          <Attached onRemoved={focus} />
          <NoteTime understood={understood} />
        </div>
        <span className="note-hint hide-narrow" aria-hidden="true">
          <span>
            <Kbd>@</Kbd> {en.noteLine.time}
          </span>
          <span>
            <Kbd>#</Kbd> {en.noteLine.tag}
          </span>
        </span>
        <SaveState />
      </div>
    </form>
  );
}
