import type { ErrorData } from '../../src-main/contract/error.ts';
import { ask } from '../api/client.ts';
import { fileName } from '../format/path.ts';
import { visibleName } from '../format/visible.ts';
import { en } from '../strings/en.ts';
import { useCase, wordsAreKept } from './case.ts';
import { sayDone } from './done.ts';

/** Puts the words of the new case on a sheet, where the person says. Returns what went wrong, or null. */
export async function saveKeySheet(): Promise<ErrorData | null> {
  const { info, unwrittenWords } = useCase.getState();
  if (info === null || unwrittenWords === null) return null;
  const answer = await ask('key-sheet.save', { path: info.path, words: [...unwrittenWords] });
  if (!answer.ok) return answer.error;
  if (answer.data.path === null) return null;
  wordsAreKept();
  sayDone(en.caseFrame.words.sheetDone(visibleName(fileName(answer.data.path))));
  return null;
}

/** Whether the typed words are those of the new case: checked against the open file, as an unlocking would. */
export async function proveWords(typed: string): Promise<ErrorData | null> {
  const answer = await ask('case.prove', { passphrase: typed.trim().toLowerCase().split(/\s+/u).join(' ') });
  if (!answer.ok) return answer.error;
  wordsAreKept();
  sayDone(en.caseFrame.words.typedDone);
  return null;
}
