import { ask, listen } from '../api/client.ts';
import { listenToJobs } from '../api/job.ts';
import { entryCounted, useCase } from './case.ts';
import { COURSE_KINDS, loadInfo } from './case-info.ts';
import { loadAuthor } from './enter-case.ts';
import { loadExhibits } from './evidence.ts';
import { openPath, runCommand } from './commands.ts';
import { flushCorrection } from './correction.ts';
import { flushDraft } from './draft.ts';
import { caseWasLocked, engineEnded } from './lock.ts';
import { showUnlock } from './open.ts';
import { forgetMentioned, mentionedChanged } from './mentioned.ts';
import { listenToProfileLock } from './profile-lock.ts';
import { savingDone } from './save-note.ts';
import { showScreen, useSession } from './session.ts';
import { addEntry, changeEntries, loadEnd, reloadTimeline } from './timeline.ts';

/** Kinds of entries after which the exhibits look different. */
const EVIDENCE_KINDS = new Set(['evidence', 'evidence-detail', 'custody']);

/** Kinds of entries after which names or trust of other entries look different. */
const AUTHOR_KINDS = new Set(['author', 'key-confirmed', 'key-disowned', 'same-person']);

/** The shell gives up after 700 ms. */
const WAIT_FOR_NOTES = 300;

let started = false;

/** Connects the window to the engine and the shell, and shows the first screen. */
export async function start(): Promise<void> {
  if (started) return;
  started = true;
  listenToJobs();
  listenToProfileLock();
  listen('entry.added', ({ entry, total }) => {
    const { info, author } = useCase.getState();
    if (info === null) return;
    addEntry(entry);
    if (total !== info.entries) entryCounted(total, entry.recorded);
    if (EVIDENCE_KINDS.has(entry.kind)) void loadExhibits();
    if (COURSE_KINDS.has(entry.kind)) void loadInfo();
    if (AUTHOR_KINDS.has(entry.kind)) {
      void loadAuthor();
      forgetMentioned();
      void loadInfo();
      void loadEnd(true);
    } else if (author === null || author.id === '') void loadAuthor();
  });
  listen('entry.changed', ({ entries }) => {
    changeEntries(entries);
    mentionedChanged(entries);
  });
  listen('record.merged', () => {
    forgetMentioned();
    void loadInfo();
    void reloadTimeline();
    void loadExhibits();
    void loadAuthor();
  });
  listen('engine.ended', ({ reason }) => engineEnded(reason));
  listen('case.locked', ({ why }) => caseWasLocked(why));
  listen('menu.command', ({ command }) => void runCommand(command));
  // The shell waits for this answer before it ends the engine or closes the window.
  listen('draft.wanted', () => {
    void savingDone(WAIT_FOR_NOTES)
      .then(flushDraft)
      .then(flushCorrection)
      .then(async () => ask('draft.flushed', {}));
  });
  listen('open.path', ({ path }) => void openPath(path));
  const answer = await ask('app.info', {});
  if (answer.ok) useSession.setState({ app: answer.data });
  if (answer.ok && answer.data.openPath !== null) showUnlock(answer.data.openPath);
  else showScreen({ kind: 'welcome' });
}
