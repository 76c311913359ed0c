import { useEffect } from 'react';
import { useDone } from '../../state/done.ts';
import { useNoteLine } from '../../state/note-line.ts';
import { clearToasts, toastDone } from '../../ui/toast.ts';
import { Toasts } from '../../ui/toasts.tsx';

/** Short messages of what is done. They leave with the case. */
export function DoneToasts() {
  const last = useDone((state) => state.last);
  // What was not saved stands where they would: its buttons come first.
  const covered = useNoteLine((state) => state.failed.length > 0);
  useEffect(() => {
    if (last !== null && useNoteLine.getState().failed.length === 0) toastDone(last.text);
  }, [last]);
  useEffect(() => {
    if (covered) clearToasts();
  }, [covered]);
  useEffect(() => clearToasts, []);
  return <Toasts />;
}
