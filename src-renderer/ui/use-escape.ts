import { useEffect, useEffectEvent } from 'react';

/** What lies over the page, in the order in which it came up: Escape is for the last one, and for nothing behind it. */
const over: symbol[] = [];

/** Closes a dialog or a panel by Escape, before the page hears of the key. */
export function useEscape(onClose: () => void, enabled = true): void {
  const onKey = useEffectEvent((event: KeyboardEvent, own: symbol) => {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented || over.at(-1) !== own) return;
    event.preventDefault();
    onClose();
  });
  useEffect(() => {
    if (!enabled) return;
    const own = Symbol('over');
    over.push(own);
    const listener = (event: KeyboardEvent): void => onKey(event, own);
    window.addEventListener('keydown', listener, true);
    return () => {
      over.splice(over.indexOf(own), 1);
      window.removeEventListener('keydown', listener, true);
    };
  }, [enabled]);
}
