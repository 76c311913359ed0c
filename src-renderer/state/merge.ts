import { create } from 'zustand';
import type { ErrorData } from '../../src-main/contract/error.ts';
import type { ResponseOf } from '../../src-main/contract/index.ts';
import {
  type Compared,
  comparedSchema,
  type Lacked,
  type Merged,
  mergedSchema,
  type Preview,
  previewSchema,
} from '../../src-main/contract/merge.ts';
import { ask } from '../api/client.ts';
import { fileName } from '../format/path.ts';
import { visibleName } from '../format/visible.ts';
import { en } from '../strings/en.ts';
import { loadInfo } from './case-info.ts';
import { sayDone } from './done.ts';
import { runJob } from './jobs.ts';

export type CopyTask = 'copy' | 'report' | 'merge' | 'compare';
export type WaitingFork = ResponseOf<'fork.list'>['forks'][number];

interface MergeState {
  readonly task: CopyTask;
  /** The other file, or null until one is chosen. */
  readonly path: string | null;
  /** What a merge would bring, until it is taken in or left. */
  readonly preview: Preview | null;
  readonly merged: Merged | null;
  readonly compared: Compared | null;
  readonly error: ErrorData | null;
  readonly forks: readonly WaitingFork[];
  readonly forksError: { readonly title: string; readonly error: ErrorData } | null;
  /** The fork whose form is open. */
  readonly admitting: WaitingFork | null;
}

const EMPTY: MergeState = {
  task: 'copy',
  path: null,
  preview: null,
  merged: null,
  compared: null,
  error: null,
  forks: [],
  forksError: null,
  admitting: null,
};

/** What is being done with another copy of the case. The passphrase stays in its form. */
export const useMerge = create<MergeState>(() => EMPTY);
let epoch = 0;

export function resetMerge(): void {
  epoch += 1;
  useMerge.setState(EMPTY);
}

export function showTask(task: CopyTask): void {
  useMerge.setState({ task, error: null });
}

/** Begins anew with another file. */
export function anotherFile(): void {
  useMerge.setState({ path: null, preview: null, merged: null, compared: null, error: null });
  void ask('record.leave', {});
}

export async function chooseOther(): Promise<void> {
  const answer = await ask('dialog.other-copy', {});
  if (answer.ok && answer.data.path !== null) useMerge.setState({ path: answer.data.path, error: null });
}

export async function loadForks(): Promise<void> {
  const mine = epoch;
  const answer = await ask('fork.list', {});
  if (mine !== epoch) return;
  if (answer.ok) useMerge.setState({ forks: answer.data.forks, forksError: null });
  else useMerge.setState({ forksError: { title: en.merge.forks.listFailed, error: answer.error } });
}

const bug = (message: string): ErrorData => ({ code: 'bug', message, details: {} });

/**
 * Looks at the chosen copy, and changes nothing.
 * @param passphrase null where the copy was opened before
 * @returns true where the passphrase is no longer needed
 */
export async function lookAtCopy(task: 'merge' | 'compare', passphrase: string | null): Promise<boolean> {
  const { path } = useMerge.getState();
  if (path === null) return false;
  const mine = epoch;
  useMerge.setState({ error: null });
  const method = task === 'merge' ? 'record.preview' : 'record.compare';
  const outcome = await runJob(method, visibleName(fileName(path)), async () =>
    ask(method, { path, ...(passphrase === null ? {} : { passphrase }) }),
  );
  if (mine !== epoch) return false;
  if (!outcome.ok) {
    useMerge.setState({ error: outcome.error });
    return false;
  }
  const schema = task === 'merge' ? previewSchema : comparedSchema;
  const parsed = schema.safeParse(outcome.result);
  if (!parsed.success) useMerge.setState({ error: bug(parsed.error.message) });
  else if (task === 'merge') useMerge.setState({ preview: parsed.data as Preview });
  else useMerge.setState({ compared: parsed.data });
  return parsed.success;
}

/** From what a comparison found to what a merge would bring, of the same copy. */
export async function previewCompared(): Promise<void> {
  useMerge.setState({ task: 'merge', preview: null, merged: null });
  await lookAtCopy('merge', null);
}

/** Takes the entries of the copy in that was looked at. */
export async function takeCopyIn(continueOlder: boolean): Promise<void> {
  const { path } = useMerge.getState();
  if (path === null) return;
  const mine = epoch;
  useMerge.setState({ error: null });
  const outcome = await runJob('record.merge', visibleName(fileName(path)), async () =>
    ask('record.merge', { path, ...(continueOlder ? { continueOlder } : {}) }),
  );
  if (mine !== epoch) return;
  if (!outcome.ok) {
    useMerge.setState({ error: outcome.error });
    return;
  }
  const parsed = mergedSchema.safeParse(outcome.result);
  useMerge.setState(
    parsed.success ? { merged: parsed.data, preview: null } : { error: bug(parsed.error.message) },
  );
  await Promise.all([loadForks(), loadInfo()]);
}

/** A page of what only one of both files has. */
export async function lackedPage(
  side: 'here' | 'there',
  from: number,
  limit: number,
): Promise<{ readonly entries: readonly Lacked[] } | { readonly error: ErrorData }> {
  const answer = await ask('record.lacked', { side, from, limit });
  return answer.ok ? { entries: answer.data.entries } : { error: answer.error };
}

/** Writes the waiting entries of a fork to a file of the person's choice. */
export async function exportFork(fork: WaitingFork): Promise<void> {
  const mine = epoch;
  const target = await ask('dialog.save-fork', {});
  if (!target.ok || target.data.path === null) return;
  const answer = await ask('fork.export', { fork: fork.id, path: target.data.path });
  if (mine !== epoch) return;
  if (answer.ok) {
    useMerge.setState({ forksError: null });
    sayDone(en.merge.forks.exported(visibleName(fileName(answer.data.path))));
  } else useMerge.setState({ forksError: { title: en.merge.forks.exportFailed, error: answer.error } });
}

export function openAdmitting(admitting: WaitingFork | null): void {
  useMerge.setState({ admitting });
}

/** Makes both sides of a fork part of the record. */
export async function admitFork(fork: WaitingFork, why: string): Promise<ErrorData | null> {
  const mine = epoch;
  const outcome = await runJob('record.merge', fork.name, async () =>
    ask('fork.admit', { fork: fork.id, why }),
  );
  if (mine !== epoch) return null;
  if (!outcome.ok) return outcome.error;
  const parsed = mergedSchema.safeParse(outcome.result);
  if (!parsed.success) return bug(parsed.error.message);
  useMerge.setState({ merged: parsed.data });
  await Promise.all([loadForks(), loadInfo()]);
  sayDone(en.merge.forks.admitDone);
  return null;
}
