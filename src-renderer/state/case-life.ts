import { ask, listen } from '../api/client.ts';
import { listenToJobs } from '../api/job.ts';
import { backupHeard, loadBackup } from './backup.ts';
import { entryCounted, useCase } from './case.ts';
import { COURSE_KINDS, loadInfo } from './case-info.ts';
import { heardOfClock } from './clock-moved.ts';
import { flushCorrection } from './correction.ts';
import { hideCase, watchCurtain } from './curtain.ts';
import { flushDraft } from './draft.ts';
import { loadAuthor } from './enter-case.ts';
import { loadExhibits } from './evidence.ts';
import { HANDOVER_KINDS, loadHandovers } from './handover.ts';
import { EXTENT_KINDS, loadExtent } from './extent.ts';
import { watchIdle } from './idle.ts';
import { keepLook, otherEntriesCame } from './last-look.ts';
import { caseWasLocked, engineEnded } from './lock.ts';
import { findingsHeard } from './log-findings.ts';
import { sourcesHeard } from './log-sources.ts';
import { LOG_KINDS, loadLogs } from './logs.ts';
import { forgetMentioned, mentionedChanged } from './mentioned.ts';
import { noticesChanged } from './notify.ts';
import { PLAN_KINDS, loadPlan } from './plan.ts';
import { watchPrinting } from './printing.ts';
import { loadReview, reviewHeard, useReview } from './review.ts';
import { savingDone } from './save-note.ts';
import { addEntry, changeEntries, loadEnd, reloadTimeline } from './timeline.ts';

export { enterCase } from './enter-case.ts';
export { showSection } from './case.ts';
export { addEvidence } from './evidence.ts';
export { askToLock, lockCase } from './lock.ts';

/** Kinds of entries after which the exhibits look different. */
const EVIDENCE_KINDS = new Set(['evidence', 'evidence-detail', 'custody']);

/** Kinds of entries after which names or trust of other entries look different. */
const AUTHOR_KINDS = new Set(['author', 'key-confirmed', 'key-disowned', 'same-person']);

/** The shell gives up after 700 ms. */
const WAIT_FOR_NOTES = 300;

/** Connects the window to the engine of the case that it will show; called once. */
export function listenToCase(): void {
  listenToJobs();
  listen('entry.added', ({ entry, total }) => {
    const { info, author } = useCase.getState();
    if (info === null) return;
    addEntry(entry);
    heardOfClock(entry);
    backupHeard(entry);
    if (total !== info.entries) entryCounted(total, entry.recorded);
    if (EVIDENCE_KINDS.has(entry.kind)) void loadExhibits();
    if (COURSE_KINDS.has(entry.kind)) void loadInfo();
    if (PLAN_KINDS.has(entry.kind)) {
      void loadPlan();
      noticesChanged();
    }
    reviewHeard(entry.kind);
    if (LOG_KINDS.has(entry.kind)) void loadLogs();
    sourcesHeard(entry.kind);
    findingsHeard(entry.kind);
    if (HANDOVER_KINDS.has(entry.kind)) void loadHandovers();
    if (EXTENT_KINDS.has(entry.kind)) void loadExtent();
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
    otherEntriesCame();
    forgetMentioned();
    void loadInfo();
    void reloadTimeline();
    void loadExhibits();
    void loadPlan();
    if (useReview.getState().review !== null) void loadReview();
    void loadLogs();
    sourcesHeard('log-source');
    void loadHandovers();
    void loadExtent();
    noticesChanged();
    void loadAuthor();
  });
  listen('mirror.changed', () => void loadBackup());
  listen('engine.ended', ({ reason }) => engineEnded(reason));
  listen('case.locked', ({ why }) => caseWasLocked(why));
  watchPrinting();
  watchCurtain();
  watchIdle();
  listen('curtain.wanted', ({ why }) => void hideCase(why).then(async () => ask('curtain.drawn', {})));
  // The shell waits for this answer before it ends the engine or closes the window.
  listen('draft.wanted', () => {
    void savingDone(WAIT_FOR_NOTES)
      .then(flushDraft)
      .then(flushCorrection)
      .then(keepLook)
      .then(async () => ask('draft.flushed', {}));
  });
}
