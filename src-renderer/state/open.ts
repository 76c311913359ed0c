import type { ErrorData } from '../../src-main/contract/error.ts';
import { ask } from '../api/client.ts';
import type { RequestOf } from '../../src-main/contract/index.ts';
import { casePart } from './case-part.ts';
import { showScreen } from './session.ts';

export interface NewCase {
  readonly path: string;
  readonly title: string;
  readonly passphrase: string;
  /** The generated words, where the passphrase is made of them. */
  readonly words: readonly string[] | null;
  /** What is known already, as `case.create` takes it. */
  readonly known: Partial<RequestOf<'case.create'>>;
  /** Files that were dropped on the page: they become the first exhibits. */
  readonly files: readonly string[];
  /** A drill: nothing in it is an incident. */
  readonly practice?: boolean;
}

/** Creates a case and shows it. Returns what went wrong, or null. */
export async function createCase(wanted: NewCase): Promise<ErrorData | null> {
  const answer = await ask('case.create', {
    path: wanted.path,
    title: wanted.title,
    passphrase: wanted.passphrase,
    ...wanted.known,
    ...(wanted.practice === true ? { practice: true } : {}),
  });
  if (!answer.ok) return answer.error;
  const part = await casePart();
  part.enterCase(answer.data, wanted.words);
  if (wanted.files.length > 0) void part.addEvidence({ paths: [...wanted.files] });
  return null;
}

export type OpenMode = 'normal' | 'continue-older' | 'read-only';

/** Errors that are about the bytes of the file: they get a page of their own. */
export const DAMAGED: ReadonlySet<string> = new Set([
  'file-damaged',
  'first-page-damaged',
  'file-truncated',
  'salt-damaged',
  'schema-changed',
]);

/** Opens a case and shows it. Returns what went wrong and can be answered on the same page, or null. */
export async function openCase(path: string, passphrase: string, mode: OpenMode): Promise<ErrorData | null> {
  const answer = await ask('case.open', {
    path,
    passphrase,
    ...(mode === 'continue-older' ? { continueOlder: true } : {}),
    ...(mode === 'read-only' ? { readOnly: true } : {}),
  });
  if (!answer.ok) {
    if (!DAMAGED.has(answer.error.code)) return answer.error;
    showScreen({ kind: 'damaged', path, error: answer.error, by: 'open' });
    return null;
  }
  (await casePart()).enterCase(answer.data, null);
  return null;
}

/** Asks for the passphrase of a file. */
export function showUnlock(path: string): void {
  showScreen({ kind: 'unlock', path, reason: { kind: 'open' } });
}

/**
 * Goes to a case file: to the window that has it open, else to its passphrase in this one.
 * @param before leaves what this window shows; not called where another window answers
 */
export async function goToCase(path: string, before?: () => Promise<void>): Promise<void> {
  const elsewhere = await ask('window.show-case', { path });
  if (elsewhere.ok && elsewhere.data.shown) return;
  await before?.();
  showUnlock(path);
}

/** Lets the person choose a file, then asks for its passphrase. A case that is open stays so until one is chosen. */
export async function chooseCase(before?: () => Promise<void>): Promise<void> {
  const answer = await ask('dialog.open-case', {});
  if (answer.ok && answer.data.path !== null) await goToCase(answer.data.path, before);
}

/** Lets the person choose a file that is only looked at. */
export async function chooseCheck(before?: () => Promise<void>): Promise<void> {
  const answer = await ask('dialog.check-file', {});
  if (!answer.ok || answer.data.path === null) return;
  await before?.();
  showScreen({ kind: 'check', path: answer.data.path });
}
