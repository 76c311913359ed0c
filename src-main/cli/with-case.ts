import type { CaseInfo } from '../contract/case.ts';
import { ask } from './call.ts';
import type { CliContext } from './context.ts';

/**
 * Opens a case for one command. Reading commands create neither author nor entry and work on a read-only medium.
 */
export async function openFor(
  context: CliContext,
  casePath: string,
  purpose: 'reading' | 'writing',
  continueOlder = false,
): Promise<CaseInfo> {
  const path = context.path(casePath);
  const passphrase = await context.secrets.forCase(path);
  return ask(context, 'case.open', {
    path,
    passphrase,
    readOnly: purpose === 'reading',
    continueOlder,
  });
}
