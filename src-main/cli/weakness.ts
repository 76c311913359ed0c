import { ENOUGH_BITS } from '../domain/passphrase.ts';
import { ask } from './call.ts';
import type { CliContext } from './context.ts';
import type { CliWarning } from './copy-lines.ts';

/** What is to be said of a passphrase that somebody chose: nothing where it is hard to guess. Nothing is refused. */
export async function weakness(context: CliContext, passphrase: string): Promise<CliWarning[]> {
  const { bits, enough } = await ask(context, 'passphrase.judge', { passphrase });
  if (enough) return [];
  const message = `This passphrase is worth about ${bits} bits, less than the ${ENOUGH_BITS} that keep a file closed which somebody else has. Six random words have 77.`;
  return [{ code: 'weak-passphrase', message }];
}
