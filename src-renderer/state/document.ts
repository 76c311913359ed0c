import { create } from 'zustand';
import { documentMadeSchema } from '../../src-main/contract/document.ts';
import type { ErrorData } from '../../src-main/contract/error.ts';
import type { RequestOf } from '../../src-main/contract/index.ts';
import { ask } from '../api/client.ts';
import { fileName } from '../format/path.ts';
import { visibleName } from '../format/visible.ts';
import { en } from '../strings/en.ts';
import { sayDone } from './done.ts';
import { runJob } from './jobs.ts';

type What = RequestOf<'document.make'>['what'];

export interface SavedReport {
  readonly path: string;
  readonly sha256: string;
  /** What the check of the record said. */
  readonly sentence: string;
  readonly ok: boolean;
}

interface DocumentState {
  readonly busy: boolean;
  readonly error: ErrorData | null;
  /** The report that was written last. */
  readonly report: SavedReport | null;
}

const EMPTY: DocumentState = { busy: false, error: null, report: null };

/** Documents of the open case that are being made. */
export const useDocument = create<DocumentState>(() => EMPTY);
let epoch = 0;

export function resetDocument(): void {
  epoch += 1;
  useDocument.setState(EMPTY);
}

/**
 * Makes a document, asks where it is to go, and writes it there.
 * @param withoutPersonal of a report: what is personal stays out of it
 */
export async function makeDocument(what: What, withoutPersonal = false): Promise<void> {
  if (useDocument.getState().busy) return;
  const mine = epoch;
  useDocument.setState({ busy: true, error: null });
  const problem = await makeAndSave(what, withoutPersonal, () => mine === epoch);
  if (mine !== epoch) return;
  useDocument.setState({ busy: false, error: problem?.code === 'cancelled' ? null : problem });
}

async function makeAndSave(
  what: What,
  withoutPersonal: boolean,
  isMine: () => boolean,
): Promise<ErrorData | null> {
  const text = en.review.document;
  const name = { report: text.making, plan: text.makingPlan, owner: text.makingOwner }[what];
  const outcome = await runJob('document.make', name, async () =>
    ask('document.make', { what, ...(withoutPersonal ? { redact: { personal: true } } : {}) }),
  );
  if (!outcome.ok) return outcome.error;
  if (!isMine()) return null;
  const parsed = documentMadeSchema.safeParse(outcome.result);
  if (!parsed.success) return { code: 'bug', message: parsed.error.message, details: {} };
  const made = parsed.data;
  const saved = await ask('document.save', {
    document: made.document,
    name: made.name,
    record: what === 'report',
  });
  if (!saved.ok) return saved.error;
  const { path, sha256 } = saved.data;
  if (path === null || !isMine()) return null;
  sayDone(text.saved(visibleName(fileName(path))));
  if (what === 'report') {
    useDocument.setState({ report: { path, sha256, sentence: made.sentence ?? '', ok: made.ok } });
  }
  return null;
}
