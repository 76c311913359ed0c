import { type KeyboardEvent, type Ref, useEffect, useRef, useState } from 'react';
import { setSearch, useTimeline } from '../../state/timeline.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconSearch, IconX } from '../../ui/icons.ts';
import { Kbd } from '../../ui/kbd.tsx';

const PAUSE = 150;

/** Finds entries by their text; the engine searches, so it finds what is not loaded. */
export function FindBox({ ref }: { readonly ref: Ref<HTMLInputElement> }) {
  const search = useTimeline((state) => state.search);
  const [typed, setTyped] = useState(search);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  // The search can be dropped from elsewhere: by Esc, or by the button of "nothing found".
  useEffect(() => setTyped(search), [search]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const change = (text: string): void => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setSearch(text.trim()), PAUSE);
  };
  const key = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') {
      clearTimeout(timer.current);
      setSearch(typed.trim());
    }
    if (event.key !== 'Escape') return;
    event.preventDefault();
    clearTimeout(timer.current);
    if (typed !== '') {
      setTyped('');
      setSearch('');
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
