import { useEffect, useState } from 'react';
import type { EntryView } from '../../../src-main/contract/entry.ts';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import { ask } from '../../api/client.ts';

const SHOWN = 6;
/** Shorter is in too many entries to be of help. */
const SHORTEST = 2;
/** ms without a key before the record is asked. */
const PAUSE = 120;

interface Found {
  /** For which words; results of others are old. */
  readonly typed: string;
  readonly entries: readonly EntryView[];
  readonly error: ErrorData | null;
}

const NOTHING: Found = { typed: '', entries: [], error: null };

/** The newest entries with these words; null while they are looked for. */
export function useFoundEntries(typed: string): Found | null {
  const wanted = typed.trim();
  const [found, setFound] = useState<Found>(NOTHING);
  const asked = wanted.length >= SHORTEST;
  useEffect(() => {
    if (!asked) return;
    let current = true;
    const timer = setTimeout(() => {
      void ask('timeline.list', { search: wanted, by: 'recorded', limit: SHOWN }).then((answer) => {
        if (!current) return;
        setFound({
          typed: wanted,
          entries: answer.ok ? answer.data.entries.toReversed() : [],
          error: answer.ok ? null : answer.error,
        });
      });
    }, PAUSE);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [wanted, asked]);
  if (!asked) return NOTHING;
  return found.typed === wanted ? found : null;
}
