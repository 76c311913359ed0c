import { useEffect, useEffectEvent, useState } from 'react';
import { pathsOf } from '../../api/client.ts';

/** Opens a case file that is dropped on the window. True while a file hangs over it. */
export function useDroppedCase(onPath: (path: string) => void): boolean {
  const [over, setOver] = useState(false);
  const opened = useEffectEvent(onPath);
  useEffect(() => {
    const drag = (event: DragEvent): void => {
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      setOver(false);
      const path = pathsOf(Array.from(event.dataTransfer?.files ?? []))[0];
      if (path !== undefined) opened(path);
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
