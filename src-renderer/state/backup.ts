import { create } from 'zustand';
import type { EntryView } from '../../src-main/contract/entry.ts';
import type { ErrorData } from '../../src-main/contract/error.ts';
import type { Backup } from '../../src-main/contract/mirror.ts';
import { backupDue } from '../../src-main/domain/backup-due.ts';
import { ask } from '../api/client.ts';
import { useCase } from './case.ts';
import { sayDone } from './done.ts';
import { en } from '../strings/en.ts';

interface BackupState {
  /** The second copy is being written because somebody asked. */
  readonly writing: boolean;
  readonly error: ErrorData | null;
  /** The reminder is put off until the case is locked. */
  readonly putOff: boolean;
}

const EMPTY: BackupState = { writing: false, error: null, putOff: false };

export const useBackup = create<BackupState>(() => EMPTY);

export const resetBackup = (): void => useBackup.setState(EMPTY);

export const putReminderOff = (): void => useBackup.setState({ putOff: true });

function show(backup: Backup): void {
  useCase.setState(({ info }) => (info === null ? {} : { info: { ...info, backup } }));
}

/** An entry was added: it is in no other place yet. */
export function backupHeard(entry: EntryView): void {
  const { info } = useCase.getState();
  if (info === null) return;
  if (entry.kind === 'copy-made') {
    void loadBackup();
    return;
  }
  const { since } = info.backup;
  show({
    ...info.backup,
    since: { entries: since.entries + 1, first: since.first ?? entry.recorded },
  });
}

export async function loadBackup(): Promise<void> {
  const path = useCase.getState().info?.path;
  const answer = await ask('backup.show', {});
  if (answer.ok && useCase.getState().info?.path === path) show(answer.data);
}

async function change(work: () => ReturnType<typeof ask<'mirror.now'>>): Promise<boolean> {
  const path = useCase.getState().info?.path;
  useBackup.setState({ writing: true, error: null });
  const answer = await work();
  useBackup.setState({ writing: false });
  if (useCase.getState().info?.path !== path) return false;
  if (answer.ok) show(answer.data);
  else useBackup.setState({ error: answer.error });
  return answer.ok;
}

/** Lets the person choose the folder of the second copy, and writes the first one. */
export async function chooseMirror(): Promise<void> {
  const chosen = await ask('dialog.folder', {});
  if (!chosen.ok || chosen.data.path === null) return;
  const folder = chosen.data.path;
  await change(async () => ask('mirror.set', { folder }));
}

export async function endMirror(): Promise<void> {
  if (await change(async () => ask('mirror.set', { folder: null }))) sayDone(en.backup.offDone);
}

export async function mirrorNow(): Promise<void> {
  await change(async () => ask('mirror.now', {}));
}

/** How long the work is that is in this file only, ms; null while there is no need to mention it. */
export function workAtRisk(): number | null {
  const { info } = useCase.getState();
  if (info === null || info.readOnly || info.practice) return null;
  const { entries, first } = info.backup.since;
  if (first === null) return null;
  const span = { entries, first: Date.parse(first), last: Date.parse(info.lastRecorded) };
  return backupDue(span) ? span.last - span.first : null;
}
