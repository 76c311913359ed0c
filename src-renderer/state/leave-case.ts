import { dropJobs } from '../api/job.ts';
import { resetAddings } from './addings.ts';
import { resetCase, useCase } from './case.ts';
import { resetCourse } from './course.ts';
import { resetCaseAuthors } from './case-authors.ts';
import { resetHalfWritten } from './correction.ts';
import { stopDraft } from './draft.ts';
import { forgetDone } from './done.ts';
import { closeEntryAction, useEntryAction } from './entry-action.ts';
import { resetEvidence, useEvidence } from './evidence.ts';
import { resetJobs } from './jobs.ts';
import { forgetMentioned } from './mentioned.ts';
import { resetExhibitTable } from './exhibit-table.ts';
import { resetMerge } from './merge.ts';
import { resetImport } from './timeline-import.ts';
import { EMPTY_LINE, useNoteLine } from './note-line.ts';
import { resetRecord } from './record.ts';
import { keepResume } from './resume.ts';
import { stopSaving } from './save-note.ts';
import { showScreen, type UnlockReason } from './session.ts';
import { resetShare } from './share.ts';
import { resetTimeline, useTimeline } from './timeline.ts';
import { resetWitness } from './witness.ts';

function keepPlace(path: string): void {
  const timeline = useTimeline.getState();
  const { section, zoneMode } = useCase.getState();
  const { action } = useEntryAction.getState();
  keepResume({
    path,
    section,
    zoneMode,
    by: timeline.by,
    selectedEntry: timeline.selected,
    paneOpen: timeline.paneOpen,
    topIndex: timeline.following ? null : timeline.topIndex,
    selectedExhibit: useEvidence.getState().selected,
    correcting: action?.kind === 'correct' ? action.entry.id : null,
  });
}

/**
 * Takes everything of the case out of the window and asks for its passphrase. What was typed stays in memory
 * only where the engine ended by itself: then it is not in the file yet.
 */
export function leaveCase(reason: UnlockReason, keepText: boolean): void {
  const path = useCase.getState().info?.path;
  if (path === undefined) return;
  keepPlace(path);
  stopDraft();
  stopSaving();
  dropJobs({ code: 'cancelled', message: '', details: {} });
  if (!keepText) useNoteLine.setState(EMPTY_LINE);
  resetTimeline();
  resetEvidence();
  resetAddings();
  resetJobs();
  resetRecord();
  closeEntryAction();
  resetHalfWritten();
  resetCourse();
  forgetMentioned();
  resetShare();
  resetMerge();
  resetImport();
  resetExhibitTable();
  resetWitness();
  resetCaseAuthors();
  forgetDone();
  resetCase();
  showScreen({ kind: 'unlock', path, reason });
}
