import { useEffect, useEffectEvent, useState } from 'react';
import { pathsOf } from '../../api/client.ts';

/** What a drop would do now. */
type Hanging = 'open' | 'check' | null;

/** Takes a case file that is dropped on the window; with Alt held it is only to be checked. */
export function useDroppedCase(onPath: (path: string, check: boolean) => void): Hanging {
  const [over, setOver] = useState<Hanging>(null);
  const opened = useEffectEvent(onPath);
  useEffect(() => {
    const drag = (event: DragEvent): void => {
      event.preventDefault();
      setOver(event.altKey ? 'check' : 'open');
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(null);
    };
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      setOver(null);
      const path = pathsOf(Array.from(event.dataTransfer?.files ?? []))[0];
      if (path !== undefined) opened(path, event.altKey);
    };
    window.addEventListener('dragover', drag);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', drag);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return over;
}
