import { create } from 'zustand';
import type { z } from 'zod';
import type { ErrorData } from '../../src-main/contract/error.ts';
import type { CustodyAction } from '../../src-main/contract/custody.ts';
import {
  type EvidenceAdded,
  evidenceAddedSchema,
  type Exhibit,
  type VerifyResult,
  verifiedSchema,
} from '../../src-main/contract/evidence.ts';
import type { ResponseOf } from '../../src-main/contract/index.ts';
import { ask } from '../api/client.ts';
import { fileName } from '../format/path.ts';
import { count } from '../format/number.ts';
import { visibleName } from '../format/visible.ts';
import { en } from '../strings/en.ts';
import { type AddRequest, beginAdding, interruptAdding, settleAdding } from './addings.ts';
import { sayDone } from './done.ts';
import { runJob } from './jobs.ts';

export type ExhibitDetail = ResponseOf<'evidence.show'>;

/** A form beside the table: what else is known, a custody event, the hold, or the release of stored bytes. */
export type EvidenceForm = CustodyAction | 'describe' | 'hold-on' | 'hold-off' | 'release';

/** What is about to be taken in. */
type Intake =
  | { readonly kind: 'files'; readonly paths: readonly string[]; readonly folders: boolean }
  | { readonly kind: 'thing' };

export interface EvidenceProblem {
  readonly title: string;
  readonly error: ErrorData;
}

interface EvidenceState {
  readonly exhibits: readonly Exhibit[];
  readonly loaded: boolean;
  readonly selected: string | null;
  readonly detail: ExhibitDetail | null;
  /** What the last check of each exhibit found, where it did not match. */
  readonly mismatches: readonly VerifyResult[];
  readonly failed: EvidenceAdded['failed'];
  readonly problem: EvidenceProblem | null;
  /** The form that is open; there is one at a time. */
  readonly form: EvidenceForm | null;
  readonly intake: Intake | null;
}

const EMPTY: EvidenceState = {
  exhibits: [],
  loaded: false,
  selected: null,
  detail: null,
  mismatches: [],
  failed: [],
  problem: null,
  form: null,
  intake: null,
};

export const useEvidence = create<EvidenceState>(() => EMPTY);
/** Grows when a case is closed: late answers are not for the next one. */
let epoch = 0;

export function resetEvidence(): void {
  epoch += 1;
  useEvidence.setState(EMPTY);
}

/** Stays on the evidence screen until it is read; what somebody cancelled is no problem. */
export function sayEvidenceProblem(title: string, error: ErrorData): void {
  if (error.code === 'cancelled') sayDone(error.message);
  else useEvidence.setState({ problem: { title, error } });
}

let reading: Promise<void> | null = null;
let readNext: Promise<void> | null = null;

/**
 * Reads the list. A list of thousands takes a second, and a job may add exhibit after exhibit: whoever asks meanwhile
 * shares the one reading that begins after this one.
 */
export async function loadExhibits(): Promise<void> {
  if (reading === null) {
    reading = readExhibits().finally(() => {
      reading = null;
    });
    return reading;
  }
  readNext ??= reading.then(async () => {
    readNext = null;
    return loadExhibits();
  });
  return readNext;
}

async function readExhibits(): Promise<void> {
  const mine = epoch;
  const answer = await ask('evidence.list', {});
  if (mine !== epoch) return;
  if (!answer.ok) {
    useEvidence.setState({ loaded: true });
    sayEvidenceProblem(en.evidence.listFailed, answer.error);
    return;
  }
  const { exhibits } = answer.data;
  useEvidence.setState({ exhibits, loaded: true });
  const { selected } = useEvidence.getState();
  if (selected !== null) await loadDetail(selected);
}

async function loadDetail(exhibit: string): Promise<void> {
  const mine = epoch;
  const answer = await ask('evidence.show', { exhibit });
  if (mine !== epoch || useEvidence.getState().selected !== exhibit) return;
  if (answer.ok) useEvidence.setState({ detail: answer.data });
  else sayEvidenceProblem(en.evidence.listFailed, answer.error);
}

export function selectExhibit(selected: string | null): void {
  if (selected === useEvidence.getState().selected) return;
  useEvidence.setState({ selected, detail: null, form: null });
  if (selected !== null) void loadDetail(selected);
}

export function openForm(form: EvidenceForm | null): void {
  useEvidence.setState({ form, intake: null });
}

export function openIntake(intake: Intake | null): void {
  useEvidence.setState({ intake, form: null });
}

/** A sealed file that a release could not delete: without its key it is noise, but it is still there. */
export function sayLeftOver(path: string): void {
  const text = en.evidence.release;
  sayEvidenceProblem(text.leftOver, { code: 'evidence-left', message: text.leftOverHint(path), details: {} });
}

/** The chain-of-custody form of an exhibit, or of `all`, goes where the person says. */
export async function saveForm(exhibit: string): Promise<void> {
  const mine = epoch;
  const answer = await ask('form.save', { exhibit });
  if (mine !== epoch) return;
  if (!answer.ok) sayEvidenceProblem(en.evidence.form.failed, answer.error);
  else if (answer.data.path !== null) {
    sayDone(en.evidence.form.done(visibleName(fileName(answer.data.path))));
  }
}

/** The key of a sealed exhibit goes into a file where the person says; it never comes into the page. */
export async function saveKey(exhibit: string): Promise<void> {
  const mine = epoch;
  const target = await ask('dialog.save-key', { suggested: `key-${exhibit}.txt` });
  if (!target.ok || target.data.path === null || mine !== epoch) return;
  const answer = await ask('evidence.key', { exhibit, out: target.data.path });
  if (mine !== epoch) return;
  if (answer.ok) sayDone(en.evidence.key.done(visibleName(fileName(answer.data.path))));
  else sayEvidenceProblem(en.evidence.key.failed, answer.error);
}

export function dismissProblem(): void {
  useEvidence.setState({ problem: null });
}

export function dismissFailed(): void {
  useEvidence.setState({ failed: [] });
}

function asBug(cause: z.ZodError): ErrorData {
  return { code: 'bug', message: cause.message, details: {} };
}

/** What was added, and how its bytes are kept: nobody was asked. */
export function sayAdded({ exhibit, title, mode }: Exhibit): void {
  sayDone(en.evidence.addDone(exhibit, visibleName(title), en.evidence.mode[mode]));
}

/** Adds files and folders; their job is in the table at once. @returns the labels of what was added */
export async function addEvidence(given: AddRequest): Promise<readonly string[]> {
  const { paths } = given;
  const first = paths[0];
  if (first === undefined) return [];
  const mine = epoch;
  const name = paths.length === 1 ? visibleName(fileName(first)) : en.evidence.job.many(count(paths.length));
  const id = crypto.randomUUID();
  const before = useEvidence.getState().exhibits.length;
  const outcome = await runJob('evidence.add', name, async () => {
    await beginAdding({ id, before, given });
    return ask('evidence.add', given);
  });
  if (mine !== epoch) return [];
  await loadExhibits();
  if (mine !== epoch) return [];
  if (outcome.end === 'broken') interruptAdding(id);
  else settleAdding(id);
  if (!outcome.ok) {
    sayEvidenceProblem(en.evidence.addFailed, outcome.error);
    return [];
  }
  const parsed = evidenceAddedSchema.safeParse(outcome.result);
  if (!parsed.success) {
    sayEvidenceProblem(en.evidence.addFailed, asBug(parsed.error));
    return [];
  }
  const { exhibits, failed } = parsed.data;
  useEvidence.setState((state) => ({ failed: [...state.failed, ...failed] }));
  for (const exhibit of exhibits) sayAdded(exhibit);
  const last = exhibits.at(-1);
  if (last !== undefined) selectExhibit(last.exhibit);
  return exhibits.map(({ exhibit }) => exhibit);
}

/** Reads the bytes again and compares; each check is recorded, whatever it finds. */
export async function verifyExhibits(exhibits: readonly string[]): Promise<void> {
  if (exhibits.length === 0) return;
  const mine = epoch;
  const name = en.evidence.job.verifyName(count(exhibits.length));
  const outcome = await runJob('evidence.verify', name, () =>
    ask('evidence.verify', { exhibits: [...exhibits] }),
  );
  if (mine !== epoch) return;
  await loadExhibits();
  if (mine !== epoch) return;
  if (!outcome.ok) {
    sayEvidenceProblem(en.evidence.verifyFailed, outcome.error);
    return;
  }
  const parsed = verifiedSchema.safeParse(outcome.result);
  if (!parsed.success) {
    sayEvidenceProblem(en.evidence.verifyFailed, asBug(parsed.error));
    return;
  }
  const { results } = parsed.data;
  const checked = new Set(results.map((result) => result.exhibit));
  const bad = results.filter((result) => !result.ok);
  useEvidence.setState((state) => ({
    mismatches: [...state.mismatches.filter((result) => !checked.has(result.exhibit)), ...bad],
  }));
  if (bad.length > 0) return;
  sayDone(results.length === 0 ? en.evidence.verifyNothing : en.evidence.verifyDone(count(results.length)));
}
