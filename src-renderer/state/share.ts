import { create } from 'zustand';
import type { ErrorData } from '../../src-main/contract/error.ts';
import { copyMadeSchema, type CopyMade } from '../../src-main/contract/share.ts';
import { ask } from '../api/client.ts';
import { runJob } from './jobs.ts';

interface ShareState {
  /** Six words suggested for the copy; empty until they came. */
  readonly words: readonly string[];
  readonly made: CopyMade | null;
  /** The passphrase of the copy that was made, until it is hidden. */
  readonly madeWith: string | null;
  readonly error: ErrorData | null;
}

const EMPTY: ShareState = { words: [], made: null, madeWith: null, error: null };

export const useShare = create<ShareState>(() => EMPTY);
let epoch = 0;

export function resetShare(): void {
  epoch += 1;
  useShare.setState(EMPTY);
}

export async function suggestCopyWords(): Promise<void> {
  const mine = epoch;
  const answer = await ask('passphrase.suggest', {});
  if (mine !== epoch) return;
  useShare.setState(answer.ok ? { words: answer.data.words } : { error: answer.error });
}

/** Makes the copy; the words stay until the person hides them. */
export async function makeCopy(path: string, passphrase: string, evidence: 'all' | 'none'): Promise<void> {
  const mine = epoch;
  useShare.setState({ error: null });
  const outcome = await runJob('share.copy', path, () =>
    ask('share.copy', { path, newPassphrase: passphrase, evidence }),
  );
  if (mine !== epoch) return;
  if (!outcome.ok) {
    useShare.setState({ error: outcome.error });
    return;
  }
  const parsed = copyMadeSchema.safeParse(outcome.result);
  if (parsed.success) useShare.setState({ made: parsed.data, madeWith: passphrase });
  else useShare.setState({ error: { code: 'bug', message: parsed.error.message, details: {} } });
}

export function anotherCopy(): void {
  useShare.setState({ ...EMPTY });
  void suggestCopyWords();
}

export function hideCopyWords(): void {
  useShare.setState({ madeWith: null });
}
