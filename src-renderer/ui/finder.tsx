import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { classNames } from './class-names.ts';
import { Kbd } from './kbd.tsx';

export interface Finding {
  readonly id: string;
  readonly label: string;
  /** Stands before it, such as the number of an exhibit. */
  readonly mark?: string;
  readonly keys?: string;
}

interface Group {
  readonly name: string;
  readonly items: readonly Finding[];
}

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly groups: readonly Group[];
  /** Said where nothing is found. */
  readonly nothing: string;
  /** Read out when the results change. */
  readonly status: string;
  readonly onChoose: (id: string) => void;
}

/** How far each key moves in the list. */
const MOVES: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 8,
  PageUp: -8,
};

/**
 * A field and what it finds: arrows move, Enter takes (ARIA 1.2, combobox with a listbox). Our own, because the library's
 * does not tell a screen reader which one is chosen before an arrow was pressed.
 */
export function Finder({ label, value, onChange, groups, nothing, status, onChoose }: Props) {
  const list = useId();
  const [at, setAt] = useState(0);
  const items = groups.flatMap((group) => group.items);
  const chosen = items[Math.min(at, items.length - 1)];
  const idOf = (item: Finding): string => `${list}-${item.id}`;
  useEffect(() => setAt(0), [value]);
  useEffect(() => {
    const shown = chosen === undefined ? null : document.getElementById(`${list}-${chosen.id}`);
    shown?.scrollIntoView({ block: 'nearest' });
  }, [chosen, list]);

  const key = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const by = MOVES[event.key];
    if (by !== undefined) {
      event.preventDefault();
      const last = items.length - 1;
      const next = Math.abs(by) === 1 ? (at + by + items.length) % Math.max(1, items.length) : at + by;
      setAt(Math.max(0, Math.min(last, next)));
    } else if (event.key === 'Enter' && chosen !== undefined) {
      event.preventDefault();
      onChoose(chosen.id);
    }
  };

  return (
    <>
      <TextInput
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={chosen === undefined ? undefined : idOf(chosen)}
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={key}
        data-autofocus
        autoComplete="off"
        spellCheck={false}
        className="field-large"
      />
      <p className="sr" role="status">
        {status}
      </p>
      <div className="finder" role="listbox" id={list} aria-label={label}>
        {groups
          .filter((group) => group.items.length > 0)
          .map((group) => (
            <div key={group.name} role="group" aria-label={group.name}>
              <p className="finder-group" aria-hidden="true">
                {group.name}
              </p>
              {group.items.map((item) => (
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the focus and the keys
                <div
                  key={item.id}
                  id={idOf(item)}
                  role="option"
                  tabIndex={-1}
                  aria-selected={item === chosen}
                  className={classNames('finder-option', item === chosen && 'selected')}
                  onClick={() => onChoose(item.id)}
                >
                  {item.mark === undefined ? null : <span className="chip ex">{item.mark}</span>}
                  <span className="clip grow">{item.label}</span>
                  {item.keys === undefined ? null : <Kbd>{item.keys}</Kbd>}
                </div>
              ))}
            </div>
          ))}
      </div>
      {items.length === 0 ? <p className="finder-nothing">{nothing}</p> : null}
    </>
  );
}
