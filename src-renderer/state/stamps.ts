import { create } from 'zustand';
import type { ErrorData } from '../../src-main/contract/error.ts';
import type { ResponseOf } from '../../src-main/contract/index.ts';
import type { Stamp } from '../../src-main/contract/timestamp.ts';
import { ask } from '../api/client.ts';
import { fileName } from '../format/path.ts';
import { visibleName } from '../format/visible.ts';
import { en } from '../strings/en.ts';
import { loadInfo } from './case-info.ts';
import { sayDone } from './done.ts';
import { addEntry } from './timeline.ts';

interface StampsState {
  readonly stamps: readonly Stamp[];
  /** File with the certificates that they were checked with; null where whose they are was not asked. */
  readonly authorities: string | null;
  /** Where the last request was written to. */
  readonly asked: ResponseOf<'timestamp.request'> | null;
  readonly failed: { readonly title: string; readonly error: ErrorData } | null;
}

const EMPTY: StampsState = { stamps: [], authorities: null, asked: null, failed: null };

/** Time stamps of authorities over the record. */
export const useStamps = create<StampsState>(() => EMPTY);
let epoch = 0;

export function resetStamps(): void {
  epoch += 1;
  useStamps.setState(EMPTY);
}

/** Checks all of them again. @param ca file with certificates of authorities */
export async function loadStamps(ca: string | null = null): Promise<void> {
  const mine = epoch;
  const answer = await ask('timestamp.check', ca === null ? {} : { ca });
  if (mine !== epoch) return;
  if (answer.ok) useStamps.setState({ stamps: answer.data.stamps, authorities: ca, failed: null });
  else useStamps.setState({ failed: { title: en.stamps.checkFailed, error: answer.error } });
}

/** Writes a request for a time stamp of the present fingerprint where the person says. */
export async function askForStamp(): Promise<void> {
  const mine = epoch;
  const target = await ask('dialog.save-stamp-request', {});
  if (!target.ok || target.data.path === null) return;
  const answer = await ask('timestamp.request', { path: target.data.path });
  if (mine !== epoch) return;
  if (answer.ok) useStamps.setState({ asked: answer.data, failed: null });
  else useStamps.setState({ failed: { title: en.stamps.requestFailed, error: answer.error } });
}

/** Takes the answer of an authority into the record. */
export async function bringStampIn(): Promise<void> {
  const mine = epoch;
  const file = await ask('dialog.stamp-file', { what: 'answer' });
  if (!file.ok || file.data.path === null) return;
  const answer = await ask('timestamp.import', { path: file.data.path });
  if (mine !== epoch) return;
  if (!answer.ok) {
    useStamps.setState({ failed: { title: en.stamps.importFailed, error: answer.error } });
    return;
  }
  addEntry(answer.data.entry);
  sayDone(en.stamps.imported(visibleName(fileName(file.data.path))));
  useStamps.setState({ asked: null });
  await Promise.all([loadStamps(useStamps.getState().authorities), loadInfo()]);
}

/** Checks the time stamps with certificates that the person trusts. */
export async function checkAuthorities(): Promise<void> {
  const file = await ask('dialog.stamp-file', { what: 'certificates' });
  if (file.ok && file.data.path !== null) await loadStamps(file.data.path);
}
