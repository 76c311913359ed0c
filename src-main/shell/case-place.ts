import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'electron';
import type { ResponseOf } from '../contract/index.ts';
import { caseFileName, localDate, localTime } from './case-file-name.ts';

/** Title and folder for a new incident: nothing has to be typed, nothing has to be chosen. */
export function caseDefaults(
  app: Pick<App, 'getPath'>,
  at: Date,
  casesFolder: string | null,
): ResponseOf<'case.defaults'> {
  return {
    title: `Incident ${localDate(at)} ${localTime(at)}`,
    folder: casesFolder ?? join(app.getPath('documents'), 'Holdfast cases'),
  };
}

/**
 * A path for a new case that nothing lies at. The proposed folder is made when it is missing, because the next step
 * writes there; if that fails, creating the case says why.
 */
export function casePlace(title: string, folder: string, at: Date): ResponseOf<'case.place'> {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    // Said by `case.create`, with the reason.
  }
  for (let count = 1; ; count += 1) {
    const path = join(folder, caseFileName(title, at, count));
    if (!existsSync(path)) return { path };
  }
}
