import { viewOfNew } from '../casework/entry-view.ts';
import type { WritingSession } from '../casework/session.ts';
import type { EntryView } from '../contract/entry.ts';
import type { Entry } from '../domain/entry.ts';
import { writing } from './open-case.ts';
import { type Engine, openCaseOf } from './state.ts';

/**
 * Writes one entry into the open case, tells the window, and answers with its view.
 * @param changes ids of earlier entries that look different from now on
 */
export function written(
  engine: Engine,
  work: (session: WritingSession) => Entry,
  changes: (entry: Entry) => readonly string[] = () => [],
): { entry: EntryView } {
  const opened = openCaseOf(engine);
  const entry = work(writing(opened));
  const view = viewOfNew(opened.db, entry);
  engine.tell([view]);
  engine.changed(changes(entry));
  return { entry: view };
}
