import { create } from 'zustand';
import { ask } from '../api/client.ts';
import { fileName } from '../format/path.ts';
import { visibleName } from '../format/visible.ts';
import { en } from '../strings/en.ts';
import { addEvidence, sayEvidenceProblem } from './evidence.ts';
import { addPicture } from './intake.ts';

/** What was pasted or dropped into the note line, and is linked to the note that is written next. */
export interface Attachment {
  readonly id: number;
  readonly name: string;
  /** Null while its bytes are being taken in. */
  readonly exhibits: readonly string[] | null;
}

/** Kept beside the drafts, so that the links outlive a lock and a kill; the bytes are in the record by then. */
const PLACE = 'note-line/exhibits';

export const useAttachments = create<{ readonly waiting: readonly Attachment[] }>(() => ({ waiting: [] }));

let ids = 0;
let epoch = 0;
/** Notes that were saved before the bytes of their attachment were in: their link follows. */
const noteOf = new Map<number, string>();
/** The other way round: bytes that are in, of a note that is still on its way. */
const inMeanwhile = new Map<number, readonly string[]>();

export function resetAttachments(): void {
  epoch += 1;
  noteOf.clear();
  inMeanwhile.clear();
  useAttachments.setState({ waiting: [] });
}

/** Where this fails nothing is lost but the offer to link. */
async function keep(): Promise<void> {
  const labels = useAttachments.getState().waiting.flatMap(({ exhibits }) => exhibits ?? []);
  await ask('draft.save', { place: PLACE, text: labels.join(' ') });
}

function change(waiting: readonly Attachment[]): void {
  useAttachments.setState({ waiting });
  void keep();
}

/** Takes bytes in at once: a lock or a kill costs nothing but the link. */
async function attach(name: string, takeIn: () => Promise<readonly string[]>): Promise<void> {
  ids += 1;
  const id = ids;
  const mine = epoch;
  const { waiting } = useAttachments.getState();
  useAttachments.setState({ waiting: [...waiting, { id, name, exhibits: null }] });
  const exhibits = await takeIn();
  if (mine !== epoch) return;
  const note = noteOf.get(id);
  noteOf.delete(id);
  if (note !== undefined) {
    await link(note, exhibits);
    return;
  }
  const now = useAttachments.getState().waiting;
  if (!now.some((one) => one.id === id)) inMeanwhile.set(id, exhibits);
  else if (exhibits.length === 0) change(now.filter((one) => one.id !== id));
  else change(now.map((one) => (one.id === id ? { ...one, exhibits } : one)));
}

async function link(note: string, exhibits: readonly string[]): Promise<void> {
  for (const exhibit of exhibits) {
    const answer = await ask('entry.attach', { entry: note, exhibit });
    if (!answer.ok) sayEvidenceProblem(en.noteLine.attached.linkFailed(exhibit), answer.error);
  }
}

export const attachPicture = async (picture: Blob): Promise<void> =>
  attach(en.intake.picture, async () => {
    const exhibit = await addPicture(picture);
    return exhibit === null ? [] : [exhibit];
  });

export const attachPaths = async (paths: readonly string[]): Promise<void> => {
  const name =
    paths.length === 1 ? visibleName(fileName(paths[0] ?? '')) : en.noteLine.attached.files(paths.length);
  await attach(name, async () => addEvidence({ paths: [...paths] }));
};

/** The exhibit stays in the record; only the link is given up. */
export function removeAttachment(id: number): void {
  change(useAttachments.getState().waiting.filter((one) => one.id !== id));
}

/** What goes with the note of this Enter. */
export function takeAttachments(): readonly Attachment[] {
  const { waiting } = useAttachments.getState();
  if (waiting.length > 0) change([]);
  return waiting;
}

/** Exhibits of attachments whose bytes are in. */
export const exhibitsIn = (attachments: readonly Attachment[]): readonly string[] =>
  attachments.flatMap(({ exhibits }) => exhibits ?? []);

/** The note is in the record; what was not in when it was sent is linked when it is. */
export function linkLater(attachments: readonly Attachment[], note: string): void {
  for (const { id, exhibits } of attachments) {
    if (exhibits !== null) continue;
    const now = inMeanwhile.get(id);
    inMeanwhile.delete(id);
    if (now === undefined) noteOf.set(id, note);
    else void link(note, now);
  }
}

/** Reads what was attached before a lock or a kill. */
export async function loadAttachments(): Promise<void> {
  const mine = epoch;
  const answer = await ask('draft.read', { place: PLACE });
  if (mine !== epoch || !answer.ok) return;
  const labels = answer.data.text.split(' ').filter(Boolean);
  const waiting = labels.map((label) => {
    ids += 1;
    return { id: ids, name: label, exhibits: [label] };
  });
  useAttachments.setState((state) => ({ waiting: [...waiting, ...state.waiting] }));
}
