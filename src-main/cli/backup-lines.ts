import type { Backup } from '../contract/mirror.ts';
import { visibleText } from '../domain/file-name.ts';
import { localTime } from './local-time.ts';

/** Where else the case is, for people. */
export function backupLines({ copy, mirror, since }: Backup, zone: string): string[] {
  const when = (at: string): string => `${localTime(at, zone)} ${zone}`;
  const left = since.entries === 0 ? '' : `; ${since.entries} entries since the last of both`;
  return [
    `  copy      ${copy === null ? 'none yet' : `${when(copy.made)}, ${visibleText(copy.file ?? 'name withheld')}`}${mirror === null ? left : ''}`,
    ...(mirror === null
      ? []
      : [`  mirror    ${mirror.at === null ? 'none yet' : when(mirror.at)}, in ${mirror.folder}${left}`]),
    ...(mirror === null || mirror.fault === null ? [] : [`            ${mirror.fault.message}`]),
  ];
}
