import { ask } from '../api/client.ts';
import { sayDone } from './done.ts';

/** The contract's limit for one text on the clipboard, in UTF-16 units. */
const CLIPBOARD_LIMIT = 1_000_000;

/** Puts text on the clipboard through the shell and says so. */
export async function copyText(text: string, done: string): Promise<void> {
  const answer = await ask('clipboard.write', { text: text.slice(0, CLIPBOARD_LIMIT) });
  if (answer.ok) sayDone(done);
}
