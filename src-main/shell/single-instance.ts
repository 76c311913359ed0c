import type { App } from 'electron';

/** What a second start hands over to the first. */
export interface SecondStart {
  /** Absolute path of the case file it was given, or null. */
  readonly path: string | null;
}

const pathOf = (data: unknown): string | null =>
  typeof data === 'object' && data !== null && 'path' in data && typeof data.path === 'string'
    ? data.path
    : null;

/**
 * One running program for each profile: two would fight over the same case file and show two truths. The lock lies in
 * the folder of Chromium's own files, which belongs to the profile (quiet-disk.ts).
 * @returns false when another start has the lock; it was told then, and this one should end
 */
export function beTheOnlyOne(app: App, own: SecondStart, onSecond: (second: SecondStart) => void): boolean {
  if (!app.requestSingleInstanceLock(own)) return false;
  app.on('second-instance', (_event, _argv, _folder, data) => onSecond({ path: pathOf(data) }));
  return true;
}
