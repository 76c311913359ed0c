import { useEffect, useEffectEvent } from 'react';

/** What a key does. Returning `false` means: not for me, let it pass. */
export type KeyAction = (event: KeyboardEvent) => void | false;
export type KeyMap = Readonly<Record<string, KeyAction>>;

const TEXT_INPUTS = new Set(['text', 'search', 'password', 'email', 'number', 'tel', 'url', 'date', 'time']);

/** True where typing letters writes text. */
function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLInputElement) return TEXT_INPUTS.has(target.type);
  return target instanceof HTMLElement && target.isContentEditable;
}

/** `mod+n`, `shift+f6`, `escape`, `?`. Ctrl and Cmd are the same key. */
function keyName(event: KeyboardEvent): string {
  const key = event.key === ' ' ? 'space' : event.key.toLowerCase();
  const letter = key.length === 1 && !/[a-z0-9]/.test(key);
  const parts = [
    event.ctrlKey || event.metaKey ? 'mod' : '',
    event.altKey ? 'alt' : '',
    // Shift is how "?" is typed on most keyboards; it is part of the character.
    event.shiftKey && !letter ? 'shift' : '',
    key,
  ];
  return parts.filter((part) => part !== '').join('+');
}

function isPlain(name: string): boolean {
  return !name.includes('mod+') && !/^(?:shift\+)?(?:f\d+|escape)$/.test(name);
}

/** The one key that a dialog does not hold back: nobody may have to close one first. */
const LOCK = 'mod+l';

function dialogOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}

/**
 * Listens for keys while mounted. The innermost component is asked first (effects run from the inside out);
 * the first that takes a key ends it. Plain letters do nothing while a text field has the focus or a dialog
 * is open.
 */
export function useKeys(map: KeyMap, enabled = true): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const name = keyName(event);
    const action = map[name];
    if (action === undefined) return;
    if (isPlain(name) && (isTextField(event.target) || dialogOpen())) return;
    if (dialogOpen() && name !== LOCK) return;
    if (action(event) !== false) event.preventDefault();
  });
  useEffect(() => {
    if (!enabled) return;
    const listener = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, [enabled]);
}
