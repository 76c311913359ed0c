import { ask, listen } from '../api/client.ts';
import { listenToJobs } from '../api/job.ts';
import { entryCounted, useCase } from './case.ts';
import { loadAuthor } from './enter-case.ts';
import { loadExhibits } from './evidence.ts';
import { caseWasLocked, engineEnded, lockCase } from './lock.ts';
import { chooseCase, showUnlock } from './open.ts';
import { showKeys, showScreen, useSession } from './session.ts';
import { addEntry } from './timeline.ts';

/** A file given from outside: an open case is locked first, its text is in its draft by then. */
async function openPath(path: string): Promise<void> {
  if (useCase.getState().info !== null) await lockCase('menu');
  showUnlock(path);
}

async function menuCommand(command: 'new' | 'open' | 'lock' | 'keys'): Promise<void> {
  switch (command) {
    case 'new':
      if (useCase.getState().info !== null) await lockCase('menu');
      showScreen({ kind: 'new' });
      return;
    case 'open':
      await chooseCase();
      return;
    case 'lock':
      await lockCase('menu');
      return;
    case 'keys':
      showKeys(true);
  }
}

/** Kinds of entries after which the exhibits look different. */
const EVIDENCE_KINDS = new Set(['evidence', 'custody']);

let started = false;

/** Connects the window to the engine and the shell, and shows the first screen. */
export async function start(): Promise<void> {
  if (started) return;
  started = true;
  listenToJobs();
  listen('entry.added', ({ entry, total }) => {
    const { info, author } = useCase.getState();
    if (info === null) return;
    addEntry(entry);
    if (total !== info.entries) entryCounted(total, entry.recorded);
    if (EVIDENCE_KINDS.has(entry.kind)) void loadExhibits();
    if (author === null || author.id === '') void loadAuthor();
  });
  listen('engine.ended', ({ reason }) => engineEnded(reason));
  listen('case.locked', ({ why }) => caseWasLocked(why));
  listen('menu.command', ({ command }) => void menuCommand(command));
  listen('open.path', ({ path }) => void openPath(path));
  const answer = await ask('app.info', {});
  if (answer.ok) useSession.setState({ app: answer.data });
  if (answer.ok && answer.data.openPath !== null) showUnlock(answer.data.openPath);
  else showScreen({ kind: 'welcome' });
}
