import { useEffect, useState } from 'react';
import { ask } from '../api/client.ts';
import { clockWithZone, nearTime } from '../format/time.ts';
import { en } from '../strings/en.ts';
import { useShownZone } from './case.ts';

interface Understood {
  /** What the typed text means, in the zone that is shown; empty until it is known. */
  readonly text: string;
  readonly error: string;
  /** The instant, or the first of a span. */
  readonly at: Date | null;
}

const NOTHING: Understood = { text: '', error: '', at: null };
const PAUSE = 200;

/** What a time that is being typed means, asked a moment after the last key. @param typedIn its zone, where one is given; @param shownIn where it is not the zone of the case */
export function useUnderstood(typed: string, typedIn = '', shownIn?: string): Understood {
  const caseZone = useShownZone();
  const zone = shownIn ?? caseZone;
  const [understood, setUnderstood] = useState<Understood>(NOTHING);
  useEffect(() => {
    setUnderstood(NOTHING);
    if (typed.trim() === '') return;
    let current = true;
    const timer = setTimeout(() => {
      void ask('time.understand', {
        typed: typed.trim(),
        ...(typedIn.trim() === '' ? {} : { zone: typedIn.trim() }),
      }).then((answer) => {
        if (!current) return;
        if (!answer.ok) {
          setUnderstood({ ...NOTHING, error: answer.error.message });
          return;
        }
        const { utc, until, precision } = answer.data;
        const style = precision === 'second' || precision === 'millisecond' ? 'second' : 'minute';
        const from = nearTime(new Date(utc), zone, style, new Date());
        const text =
          until === undefined ? from : en.common.range(from, clockWithZone(new Date(until), zone, 'minute'));
        setUnderstood({ text, error: '', at: new Date(utc) });
      });
    }, PAUSE);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [typed, typedIn, zone]);
  return understood;
}
