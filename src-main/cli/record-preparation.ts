import type { EngineMethodName, RequestOf } from '../contract/index.ts';
import type { EntryView } from '../contract/entry.ts';
import { ask } from './call.ts';
import type { CliContext } from './context.ts';
import { type Given, given } from './record-entry.ts';
import type { Run } from './register.ts';
import { entryLine } from './text.ts';

/** Methods that write one entry into the preparation. */
type Writes = Extract<
  EngineMethodName,
  | 'preparation.set-organisation'
  | 'preparation.set-member'
  | 'preparation.set-defence'
  | 'preparation.record-check'
  | 'preparation.set-finding'
  | 'preparation.record-log-review'
  | 'preparation.import-plan'
  | 'preparation.approve'
>;

/**
 * Writes one entry into the preparation and prints it.
 * @param word what was done, such as “Saved”
 * @param requestOf the request, once it is known where paths begin
 */
export async function recordPreparation<Name extends Writes>(
  run: Run,
  word: string,
  name: Name,
  requestOf: (context: CliContext) => Given<RequestOf<Name>>,
): Promise<void> {
  const { context } = await run.start();
  const { entry } = (await ask(context, name, given<Name>(requestOf(context)))) as {
    readonly entry: EntryView;
  };
  const { zone } = await ask(context, 'preparation.show', {});
  context.output.done({ entry }, `${word}. ${entryLine(entry, zone).trim()}`);
}
