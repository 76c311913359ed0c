import { create } from 'zustand';
import type { ErrorData } from '../../src-main/contract/error.ts';
import { recordCheckSchema, type RecordCheck } from '../../src-main/contract/record.ts';
import { ask } from '../api/client.ts';
import { followJob } from '../api/job.ts';
import { percent } from '../format/number.ts';

interface RecordState {
  readonly check: RecordCheck | null;
  /** Percent done of a running check, or null. */
  readonly running: number | null;
  readonly error: ErrorData | null;
}

const EMPTY: RecordState = { check: null, running: null, error: null };

/** What the last check of the whole record said. */
export const useRecord = create<RecordState>(() => EMPTY);

export function resetRecord(): void {
  useRecord.setState(EMPTY);
}

/** Checks the record; a check that runs already is not started twice. */
export async function checkRecord(quick: boolean): Promise<void> {
  if (useRecord.getState().running !== null) return;
  useRecord.setState({ running: 0, error: null });
  const started = await ask('record.verify', { quick });
  if (!started.ok) {
    useRecord.setState({ running: null, error: started.error });
    return;
  }
  const outcome = await followJob(started.data.job, ({ done, total }) => {
    const running = total === null ? 0 : percent(done, total);
    if (running !== useRecord.getState().running) useRecord.setState({ running });
  });
  if (!outcome.ok) {
    useRecord.setState({ running: null, error: outcome.error });
    return;
  }
  const parsed = recordCheckSchema.safeParse(outcome.result);
  if (parsed.success) useRecord.setState({ check: parsed.data, running: null, error: null });
  else {
    const error = { code: 'bug', message: parsed.error.message, details: {} };
    useRecord.setState({ running: null, error });
  }
}
