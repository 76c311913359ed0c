import { useEffect, useState } from 'react';
import type { ResponseOf } from '../../../src-main/contract/index.ts';
import { ask } from '../../api/client.ts';
import type { TimeToken } from '../../format/note-tokens.ts';

export type UnderstoodTime =
  | { readonly kind: 'now' }
  | { readonly kind: 'given'; readonly time: ResponseOf<'time.understand'> }
  | { readonly kind: 'not-understood'; readonly token: string; readonly message: string };

const NOW: UnderstoodTime = { kind: 'now' };

/** What the engine takes a typed time for, while it is being typed. */
export function useUnderstoodTime(token: TimeToken | null): UnderstoodTime {
  const [understood, setUnderstood] = useState<UnderstoodTime>(NOW);
  const typed = token?.typed;
  const zone = token?.zone;
  const shown = token?.token ?? '';
  useEffect(() => {
    if (typed === undefined) {
      setUnderstood(NOW);
      return;
    }
    let current = true;
    const timer = setTimeout(() => {
      void ask('time.understand', zone === undefined ? { typed } : { typed, zone }).then((answer) => {
        if (!current) return;
        setUnderstood(
          answer.ok
            ? { kind: 'given', time: answer.data }
            : { kind: 'not-understood', token: shown, message: answer.error.message },
        );
      });
    }, 80);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [typed, zone, shown]);
  return understood;
}
