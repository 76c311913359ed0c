import { useEffect, useRef, useState } from 'react';
import { ask } from '../../api/client.ts';
import { en } from '../../strings/en.ts';

export interface TakenPassphrase {
  readonly passphrase: string;
  readonly words: readonly string[] | null;
}

export interface PassphraseChoice {
  readonly words: readonly string[];
  readonly own: string | null;
  readonly error: string;
  readonly otherWords: () => void;
  /** Null goes back to the generated words. */
  readonly setOwn: (own: string | null) => void;
  /** The passphrase to use, or null where there is none yet. */
  readonly take: () => Promise<TakenPassphrase | null>;
}

async function suggest(): Promise<readonly string[]> {
  const answer = await ask('passphrase.suggest', {});
  return answer.ok ? answer.data.words : [];
}

/** Six generated words, or a passphrase of one's own. */
export function usePassphrase(): PassphraseChoice {
  const [words, setWords] = useState<readonly string[]>([]);
  const [own, setOwn] = useState<string | null>(null);
  const [error, setError] = useState('');
  const coming = useRef<Promise<readonly string[]> | null>(null);

  const renew = (): void => {
    coming.current = suggest();
    void coming.current.then(setWords);
  };
  useEffect(renew, []);

  return {
    words,
    own,
    error,
    otherWords: renew,
    setOwn: (next) => {
      setError('');
      setOwn(next);
    },
    take: async () => {
      if (own !== null) {
        if (own === '') setError(en.start.create.ownEmpty);
        return own === '' ? null : { passphrase: own, words: null };
      }
      const six = await coming.current;
      if (six !== null && six.length > 0) return { passphrase: six.join(' '), words: six };
      // No words came: the person can still type some.
      setOwn('');
      setError(en.start.create.ownEmpty);
      return null;
    },
  };
}
