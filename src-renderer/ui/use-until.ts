import { useEffect, useState } from 'react';

const MINUTE = 60_000;

/**
 * The present, renewed exactly when a whole minute less is left until an instant, and when it has come: what is left is
 * never told as more than it is, and a clock with seconds is not drawn for it.
 * @param until ms since 1970 UTC, or null where nothing is waited for
 */
export function useUntil(until: number | null): Date {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (until === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const next = (): void => {
      const present = Date.now();
      setNow(present);
      const left = until - present;
      // One millisecond later it is another minute, or late.
      const wait = (((left % MINUTE) + MINUTE) % MINUTE) + 1;
      timer = setTimeout(next, wait);
    };
    next();
    return () => clearTimeout(timer);
  }, [until]);
  return new Date(now);
}
