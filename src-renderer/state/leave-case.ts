import { dropJobs } from '../api/job.ts';
import { resetAddings } from './addings.ts';
import { resetAttachments } from './attachments.ts';
import { resetBackup } from './backup.ts';
import { resetCase, useCase } from './case.ts';
import { forgetClockMoved } from './clock-moved.ts';
import { resetCourse } from './course.ts';
import { resetCaseAuthors } from './case-authors.ts';
import { resetHalfWritten } from './correction.ts';
import { resetDocument } from './document.ts';
import { stopDraft } from './draft.ts';
import { forgetDone } from './done.ts';
import { closeEntryAction, useEntryAction } from './entry-action.ts';
import { resetEvidence, useEvidence } from './evidence.ts';
import { resetJobs } from './jobs.ts';
import { resetExtent } from './extent.ts';
import { resetHandover } from './handover.ts';
import { keepText } from './kept-text.ts';
import { resetLogFindings } from './log-findings.ts';
import { dismissLogExport } from './export-log-rows.ts';
import { resetLogIntake } from './log-intake.ts';
import { resetLogPin } from './log-pin.ts';
import { resetLogSearch } from './log-search.ts';
import { resetLogSources } from './log-sources.ts';
import { resetLogs } from './logs.ts';
import { forgetMentioned } from './mentioned.ts';
import { resetExhibitTable } from './exhibit-table.ts';
import { resetMerge } from './merge.ts';
import { resetImport } from './timeline-import.ts';
import { EMPTY_LINE, unsavedPieces, useNoteLine } from './note-line.ts';
import { resetOwner } from './owner.ts';
import { openPalette } from './palette.ts';
import { resetNotify } from './notify.ts';
import { resetPlan } from './plan.ts';
import { resetRecord } from './record.ts';
import { forgetLook } from './last-look.ts';
import { resetReview } from './review.ts';
import { keepResume } from './resume.ts';
import { stopSaving } from './save-note.ts';
import { showScreen, type UnlockReason } from './session.ts';
import { resetShareBag } from './share-bag.ts';
import { resetShareStandard } from './share-standard.ts';
import { resetSavedSearches } from './saved-searches.ts';
import { resetShare } from './share.ts';
import { isNarrowed } from './timeline-filter.ts';
import { resetTimeline, useTimeline } from './timeline.ts';
import { resetStamps } from './stamps.ts';
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
    // A search is text of the case: it is not kept, and a place among what it found means nothing without it.
    topIndex: timeline.following || isNarrowed(timeline.filter) ? null : timeline.topIndex,
    selectedExhibit: useEvidence.getState().selected,
    correcting: action?.kind === 'correct' ? action.entry.id : null,
  });
}

/**
 * Takes everything of the case out of the window and asks for its passphrase. What was typed stays in memory
 * only where it is not in the file: the engine ended by itself, or the draft could not be written.
 */
export function leaveCase(reason: UnlockReason, keeping: boolean): void {
  const { info } = useCase.getState();
  if (info === null) return;
  const { path } = info;
  keepPlace(path);
  stopDraft();
  stopSaving();
  dropJobs({ code: 'cancelled', message: '', details: {} });
  if (keeping) keepText(info.id, unsavedPieces(useNoteLine.getState()));
  else useNoteLine.setState(EMPTY_LINE);
  resetTimeline();
  forgetLook();
  resetEvidence();
  resetAddings();
  resetAttachments();
  resetJobs();
  resetRecord();
  closeEntryAction();
  resetHalfWritten();
  resetCourse();
  resetPlan();
  resetReview();
  resetOwner();
  resetDocument();
  resetShareBag();
  resetShareStandard();
  resetLogs();
  dismissLogExport();
  resetLogFindings();
  resetLogIntake();
  resetLogPin();
  resetLogSearch();
  resetLogSources();
  resetSavedSearches();
  resetHandover();
  resetExtent();
  resetNotify();
  forgetMentioned();
  resetShare();
  resetBackup();
  resetMerge();
  resetImport();
  resetExhibitTable();
  resetStamps();
  resetWitness();
  resetCaseAuthors();
  forgetDone();
  openPalette(false);
  forgetClockMoved();
  resetCase();
  showScreen({ kind: 'unlock', path, reason });
}
