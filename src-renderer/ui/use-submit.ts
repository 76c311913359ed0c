import { useState } from 'react';
import type { ErrorData } from '../../src-main/contract/error.ts';

interface Submit {
  readonly busy: boolean;
  readonly error: ErrorData | null;
  readonly submit: () => void;
}

/** Sends a form once at a time. What was typed stays where the work answers with an error. */
export function useSubmit(work: () => Promise<ErrorData | null>, done: () => void): Submit {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorData | null>(null);
  const send = async (): Promise<void> => {
    setBusy(true);
    const problem = await work();
    setBusy(false);
    setError(problem);
    if (problem === null) done();
  };
  return {
    busy,
    error,
    submit: () => {
      if (!busy) void send();
    },
  };
}
