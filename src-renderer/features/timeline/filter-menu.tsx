import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { count } from '../../format/number.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Ic } from '../../ui/ic.tsx';
import { IconCheck } from '../../ui/icons.ts';
import { Popover } from '../../ui/popover.tsx';

export interface Option {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  readonly chosen: boolean;
}

interface Props {
  readonly label: string;
  /** The letter after F. */
  readonly letter: string;
  readonly options: readonly Option[];
  readonly opened: boolean;
  readonly onToggleOpen: () => void;
  readonly onClose: () => void;
  readonly onToggle: (id: string) => void;
  /** Backspace where nothing is typed. */
  readonly onDropLast: () => void;
}

/** As many as fit in sight are enough: whoever looks for more types. */
const SHOWN = 200;

function Panel({ label, options, onToggle, onDropLast }: Props) {
  const text = en.timeline.filter;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const wanted = typed.trim().toLowerCase();
  const fitting = options.filter((option) => option.label.toLowerCase().includes(wanted)).slice(0, SHOWN);
  const at = Math.min(active, fitting.length - 1);

  // The panel comes into the page a moment after it was opened.
  useEffect(() => input.current?.focus(), []);
  useEffect(() => document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' }), [id, at]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const chosen = fitting[at];
    if (event.key === 'ArrowDown') setActive(Math.min(at + 1, fitting.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(at - 1, 0));
    else if (event.key === 'Enter' && chosen !== undefined) onToggle(chosen.id);
    else if (event.key === 'Backspace' && typed === '') onDropLast();
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        ref={input}
        className="filter-input"
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={at < 0 ? undefined : `${id}-${at}`}
        aria-label={text.narrow(label)}
        placeholder={text.narrow(label)}
        value={typed}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div
        className="filter-options"
        id={`${id}-list`}
        role="listbox"
        aria-multiselectable
        aria-label={label}
      >
        {fitting.map((option, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the input has the focus and the keys
          <div
            key={option.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={option.chosen}
            className={classNames('filter-option', index === at && 'active')}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onToggle(option.id)}
          >
            <span className="filter-tick">{option.chosen ? <Ic of={IconCheck} /> : null}</span>
            <span className="clip">{option.label}</span>
            <span className="num t3">{count(option.count)}</span>
          </div>
        ))}
      </div>
      {fitting.length === 0 ? <p className="meta filter-none">{text.none}</p> : null}
      <p className="meta filter-help">{text.keys}</p>
    </>
  );
}

/** One part of the filter: what can be chosen, each with how many entries it would show. */
export function FilterMenu(props: Props) {
  const { label, letter, opened, onToggleOpen, onClose } = props;
  return (
    <Popover
      opened={opened}
      onClose={onClose}
      label={label}
      width={280}
      target={
        <Button
          look="quiet"
          aria-haspopup="dialog"
          aria-expanded={opened}
          title={en.timeline.filter.open(label, letter)}
          onClick={onToggleOpen}
        >
          {label}
        </Button>
      }
    >
      <Panel {...props} />
    </Popover>
  );
}
