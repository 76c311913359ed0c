import type { ErrorData } from '../../src-main/contract/error.ts';
import type { ResponseOf } from '../../src-main/contract/index.ts';
import { ask } from '../api/client.ts';
import { useCase } from './case.ts';
import { loadInfo } from './case-info.ts';
import { reloadTimeline } from './timeline.ts';

export type PassphraseChanged = ResponseOf<'case.change-passphrase'>;

/**
 * Puts the open case under another passphrase. Generated words stay in sight until they were written down, like those of
 * a new case; what a key sheet of the old ones says is void.
 */
export async function changePassphrase(
  passphrase: string,
  words: readonly string[] | null,
): Promise<{ readonly error: ErrorData } | { readonly done: PassphraseChanged }> {
  const answer = await ask('case.change-passphrase', { newPassphrase: passphrase });
  if (!answer.ok) return { error: answer.error };
  useCase.setState({ unwrittenWords: words, wordsAreNew: true });
  void loadInfo();
  void reloadTimeline();
  return { done: answer.data };
}
