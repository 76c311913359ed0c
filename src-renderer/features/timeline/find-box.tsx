import { type KeyboardEvent, type Ref, useEffect, useRef, useState } from 'react';
import { setFilter, useTimeline } from '../../state/timeline.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconSearch, IconX } from '../../ui/icons.ts';
import { Kbd } from '../../ui/kbd.tsx';

/** Letters that come quicker than this are asked for together, ms. */
const PAUSE = 30;

interface Props {
  readonly ref: Ref<HTMLInputElement>;
  /** Goes to what was found. */
  readonly onEnter: () => void;
}

/** One box for notes, facts, evidence and custody; the engine searches, so it finds what is not loaded. */
export function FindBox({ ref, onEnter }: Props) {
  const searched = useTimeline((state) => state.filter.search);
  const [typed, setTyped] = useState(searched);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const asked = useRef(searched);

  const search = (text: string): void => {
    asked.current = text.trim();
    if (asked.current !== useTimeline.getState().filter.search) void setFilter({ search: asked.current });
  };

  // The search can be dropped from elsewhere: by Esc, or by the button of "nothing found". What this box asked for itself
  // is no news: somebody has typed on meanwhile, perhaps only a space.
  useEffect(() => {
    if (searched === asked.current) return;
    asked.current = searched;
    setTyped(searched);
  }, [searched]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const change = (text: string): void => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => search(text), PAUSE);
  };
  const key = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      clearTimeout(timer.current);
      search(typed);
      onEnter();
    }
    if (event.key !== 'Escape') return;
    event.preventDefault();
    clearTimeout(timer.current);
    if (typed !== '') {
      setTyped('');
      search('');
    } else event.currentTarget.blur();
  };
  return (
    <div className="find" role="search">
      <Ic of={IconSearch} className="t3" />
      <input
        ref={ref}
        type="text"
        value={typed}
        aria-label={en.timeline.find}
        placeholder={en.timeline.find}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => change(event.currentTarget.value)}
        onKeyDown={key}
      />
      {typed === '' ? (
        <Kbd>/</Kbd>
      ) : (
        <Button
          look="quiet"
          className="small"
          icon={IconX}
          aria-label={en.timeline.clearFind}
          onClick={() => change('')}
        />
      )}
    </div>
  );
}
