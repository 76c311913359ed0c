import type { ErrorData } from '../../src-main/contract/error.ts';
import type { RequestOf } from '../../src-main/contract/index.ts';
import { ask } from '../api/client.ts';
import { visibleName } from '../format/visible.ts';
import { en } from '../strings/en.ts';
import { type Adding, restOf, settleAdding } from './addings.ts';
import { showSection, useCase } from './case.ts';
import { sayDone } from './done.ts';
import {
  addEvidence,
  loadExhibits,
  openForm,
  openIntake,
  sayAdded,
  sayEvidenceProblem,
  selectExhibit,
  useEvidence,
} from './evidence.ts';
import { showWork } from './jobs.ts';
import { addEntry } from './timeline.ts';
import { offerImport } from './timeline-import.ts';

/**
 * Takes chosen or dropped paths in. One file goes in at once, as a case where nobody has to think; several are asked
 * about first, because what has become one exhibit or many stays so.
 */
export async function takeIn(paths: readonly string[], folders: boolean): Promise<void> {
  const different = [...new Set(paths)];
  if (different.length > 1 || folders) openIntake({ kind: 'files', paths: different, folders });
  else {
    await addEvidence({ paths: different });
    offerImport(different[0] ?? '');
  }
}

/** Lets the person choose files or folders, and takes them in. */
export async function chooseEvidence(what: 'files' | 'folders' | 'files-asking'): Promise<void> {
  const folders = what === 'folders';
  const answer = await ask('dialog.evidence', { folders });
  if (!answer.ok || answer.data.paths.length === 0) return;
  const { paths } = answer.data;
  if (what === 'files-asking') openIntake({ kind: 'files', paths, folders });
  else await takeIn(paths, folders);
}

/**
 * What is not understood of the times of a form, before anything is begun with them.
 * @param span one that must have a beginning and an end
 */
export async function timesProblem(given: {
  readonly at: string;
  readonly span: string;
  readonly zone: string;
}): Promise<ErrorData | null> {
  const { at, span, zone } = given;
  const inZone = zone.trim() === '' ? {} : { zone: zone.trim() };
  for (const typed of ['now', at.trim(), span.trim()]) {
    if (typed === '') continue;
    const answer = await ask('time.understand', { typed, ...inZone });
    if (!answer.ok) return answer.error;
    if (typed === span.trim() && answer.data.until === undefined) {
      return { code: 'time-not-understood', message: en.intake.noSpan(typed), details: {} };
    }
  }
  return null;
}

/** Registers something without a file. */
export async function addThing(thing: RequestOf<'evidence.add-thing'>): Promise<ErrorData | null> {
  const answer = await ask('evidence.add-thing', thing);
  if (!answer.ok) return answer.error;
  const { exhibit, title } = answer.data.exhibit;
  openIntake(null);
  sayDone(en.intake.thing.done(exhibit, visibleName(title)));
  await loadExhibits();
  selectExhibit(exhibit);
  return null;
}

/** Says more about an exhibit, or says it anew. */
export async function describeExhibit(said: RequestOf<'evidence.describe'>): Promise<ErrorData | null> {
  const answer = await ask('evidence.describe', said);
  if (!answer.ok) return answer.error;
  addEntry(answer.data.entry);
  openForm(null);
  sayDone(en.intake.describe.done(said.exhibit));
  await loadExhibits();
  return null;
}

/** Goes on with what broke off; a large file goes on where it stood. */
export async function resumeAdding(adding: Adding): Promise<void> {
  const rest = restOf(adding, useEvidence.getState().exhibits);
  settleAdding(adding.id);
  await addEvidence({ ...adding.given, paths: [...rest] });
}

/** Stores a picture from the clipboard, and says under which label; null where it failed. Where that fails the person sees why, wherever they are. */
export async function addPicture(picture: Blob): Promise<string | null> {
  const path = useCase.getState().info?.path;
  const ended = showWork('evidence.add', en.intake.picture);
  const answer = await picture
    .arrayBuffer()
    .then(async (bytes) => ask('evidence.add-bytes', { bytes: new Uint8Array(bytes) }))
    .finally(ended);
  if (useCase.getState().info?.path !== path) return null;
  if (!answer.ok) {
    showSection('evidence');
    sayEvidenceProblem(en.intake.pictureFailed, answer.error);
    return null;
  }
  sayAdded(answer.data.exhibit);
  await loadExhibits();
  return answer.data.exhibit.exhibit;
}
