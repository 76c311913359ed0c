import { useEffect, useRef, useState } from 'react';

/** How long the bubble stays after the last movement, ms. */
const STAYS = 900;

/** True while the list is being scrolled, for the time beside the thumb. */
export function useScrollBubble(): readonly [boolean, () => void] {
  const [shown, setShown] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const moved = (): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setShown(false), STAYS);
    setShown(true);
  };
  return [shown, moved];
}
