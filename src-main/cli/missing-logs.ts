import type { MissingLog } from '../contract/log.ts';
import { visibleText } from '../domain/file-name.ts';

const GAPS = { download: 'not downloaded', review: 'not read', coverage: 'nobody said from when to when' };

export const gapsText = (gaps: MissingLog['missing']): string => gaps.map((gap) => GAPS[gap]).join(', ');

export const logName = (title: string, host: string | null): string =>
  `${visibleText(title)}${host === null ? '' : ` of ${visibleText(host)}`}`;

/** Logs that are wanted and have no proof yet, under what is missing of the exhibits; nothing where all are there. */
export function missingLogLines(logs: readonly MissingLog[]): string[] {
  if (logs.length === 0) return [];
  return [
    'Still missing of the logs that are wanted (`log wanted list` has all of them):',
    ...logs.map(({ title, host, missing }) => `        ${logName(title, host)}: ${gapsText(missing)}`),
  ];
}
