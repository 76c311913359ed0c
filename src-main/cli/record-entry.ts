import type { EngineMethodName, RequestOf } from '../contract/index.ts';
import type { EntryView } from '../contract/entry.ts';
import { ask } from './call.ts';
import type { Run } from './register.ts';
import { entryLine } from './text.ts';
import { openFor } from './with-case.ts';

/** Methods that write one entry and answer with it. */
type Writes = Extract<
  EngineMethodName,
  | 'note.add'
  | 'note.correct'
  | 'entry.withhold'
  | 'entry.attach'
  | 'fact.state'
  | 'phase.enter'
  | 'clock.check'
  | 'room.presence'
  | 'call.record'
  | 'plan.step'
  | 'plan.link'
  | 'plan.add-step'
  | 'plan.import'
  | 'deadline.set'
  | 'action.record'
  | 'action.result'
  | 'notice.record'
  | 'review.write'
  | 'review.add'
  | 'review.settle'
  | 'review.excerpt'
  | 'review.approve'
  | 'log.want'
  | 'log.state'
  | 'log.cover'
  | 'log.uncover'
  | 'log.rotation'
  | 'handover.give'
  | 'handover.accept'
  | 'extent.state'
  | 'notice.add'
  | 'case.seal'
  | 'case.unseal'
  | 'custody.record'
>;

/** Options that were given: what is undefined is left out. */
export type Given<Options> = { readonly [Name in keyof Options]: Options[Name] | undefined };

/**
 * Opens a case, writes one entry into it and prints it.
 * @param word what was done, such as “Saved”
 * @param more a line for people below it
 */
export async function recordEntry<Name extends Writes>(
  run: Run,
  casePath: string,
  options: { readonly continueOlder?: boolean },
  word: string,
  name: Name,
  request: Given<RequestOf<Name>>,
  more = '',
): Promise<void> {
  const { context } = await run.start();
  const { zone } = await openFor(context, casePath, 'writing', options.continueOlder);
  const { entry } = (await ask(context, name, given<Name>(request))) as { readonly entry: EntryView };
  context.output.done({ entry }, `${word}. ${entryLine(entry, zone).trim()}${more}`);
}

/** A request without what is undefined. */
export const given = <Name extends EngineMethodName>(request: Given<RequestOf<Name>>): RequestOf<Name> =>
  Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined)) as RequestOf<Name>;
