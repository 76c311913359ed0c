import type { CaseInfo } from '../../src-main/contract/case.ts';
import { ask } from '../api/client.ts';
import { loadInterrupted } from './addings.ts';
import { loadAttachments } from './attachments.ts';
import { useCase } from './case.ts';
import { useCaseAuthors } from './case-authors.ts';
import { loadHalfWritten } from './correction.ts';
import { startDraft } from './draft.ts';
import { openCorrect } from './entry-action.ts';
import { loadExhibits, selectExhibit, useEvidence } from './evidence.ts';
import { loadExtent } from './extent.ts';
import { loadHandovers } from './handover.ts';
import { takeText } from './kept-text.ts';
import { loadLogs } from './logs.ts';
import { useNoteLine } from './note-line.ts';
import { loadPlan } from './plan.ts';
import { checkRecord } from './record.ts';
import { takeResume } from './resume.ts';
import { showScreen } from './session.ts';
import { loadEnd, selectEntry, setOrder, useTimeline, wish } from './timeline.ts';

/** Up to here a check costs no more than a moment; a larger record is checked when somebody asks. */
const QUICK_CHECK_ENTRIES = 20_000;
const QUICK_CHECK_AFTER = 1500;

/** Everybody in the record, and who writes: the profile's author; the record knows the key once an entry was made. */
export async function loadAuthor(): Promise<void> {
  const path = useCase.getState().info?.path;
  const answer = await ask('author.list', {});
  if (useCase.getState().info?.path !== path) return;
  if (!answer.ok) useCaseAuthors.setState({ error: answer.error });
  else useCaseAuthors.setState({ ...answer.data, error: null });
  const own = answer.ok ? answer.data.authors.find(({ key }) => key === answer.data.writing) : undefined;
  if (own !== undefined) {
    useCase.setState({ author: { id: own.id, name: own.name, device: own.device } });
    return;
  }
  const profile = await ask('profile.show', {});
  if (useCase.getState().info?.path !== path || !profile.ok || profile.data.author === null) return;
  const { name, device } = profile.data.author;
  useCase.setState({ author: { id: '', name, device } });
}

/** Notes that may have become durable without an answer are among the last entries. */
const LOOK_BACK = 20;
/** Longer text is not laid out in the line (features/note-line). */
const LONGEST_IN_LINE = 8192;

/** The pieces that the record does not hold: the engine may have ended between writing and answering. */
function notRecorded(pieces: readonly string[]): readonly string[] {
  const recorded = new Set(
    useTimeline
      .getState()
      .rows.slice(-LOOK_BACK)
      .map((entry) => entry?.text),
  );
  return pieces.filter((piece) => !recorded.has(piece));
}

async function restoreText(info: CaseInfo, inMemory: readonly string[]): Promise<void> {
  const draft = await startDraft(info.readOnly);
  const text = notRecorded(inMemory.length === 0 ? [draft] : inMemory).join('\n\n');
  // Somebody may have begun to type already: that stays, and the draft is what they type from now on.
  if (text === '' || useNoteLine.getState().text !== '') return;
  useNoteLine.setState({
    ...(text.length > LONGEST_IN_LINE ? { block: { text, after: '' } } : { text }),
    unconfirmed: inMemory.length > 0,
  });
}

/** Opens the form again in which a correction was being typed. */
async function goOnCorrecting(id: string): Promise<void> {
  const answer = await ask('entry.show', { entry: id });
  if (answer.ok) await openCorrect(answer.data.entry);
}

async function restorePlace(info: CaseInfo): Promise<void> {
  const resume = takeResume(info.path);
  if (resume === null) {
    await loadEnd();
    return;
  }
  useCase.setState({ section: resume.section, zoneMode: resume.zoneMode });
  useTimeline.setState({ by: resume.by });
  setOrder(resume.by);
  selectExhibit(resume.selectedExhibit);
  await loadEnd(resume.topIndex !== null);
  selectEntry(resume.selectedEntry, resume.paneOpen);
  if (resume.correcting !== null) void goOnCorrecting(resume.correcting);
  if (resume.topIndex === null) return;
  useTimeline.setState({ following: false });
  wish(resume.topIndex, 'start');
}

/** Shows a case that was just created or opened. */
export function enterCase(info: CaseInfo, unwrittenWords: readonly string[] | null): void {
  const inMemory = takeText(info.id);
  useNoteLine.setState({ text: '', block: null, waiting: [], failed: [], slowSince: null, draftError: null });
  useCase.setState({ info, unwrittenWords });
  showScreen({ kind: 'case' });
  // The entries first: all others wait less for them than they for all others.
  const placed = restorePlace(info);
  void loadAuthor();
  void placed.then(async () => restoreText(info, inMemory));
  void placed.then(loadPlan);
  void placed.then(async () => Promise.all([loadLogs(), loadHandovers(), loadExtent()]));
  if (!info.readOnly) {
    void loadHalfWritten();
    void loadAttachments();
  }
  void placed.then(loadExhibits).then(() => {
    if (!info.readOnly && useCase.getState().info?.id === info.id) {
      void loadInterrupted(useEvidence.getState().exhibits);
    }
  });
  if (info.entries <= QUICK_CHECK_ENTRIES) {
    setTimeout(() => {
      if (useCase.getState().info?.id === info.id) void checkRecord(true);
    }, QUICK_CHECK_AFTER);
  }
}
