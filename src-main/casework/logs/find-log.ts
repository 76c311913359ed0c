import { CaseError } from '../../domain/errors.ts';
import { sameName } from '../../domain/same-name.ts';
import type { ReadableDb } from '../../store/db.ts';
import { type WantedLog, wantedLogs } from './wanted-logs.ts';

/**
 * A wanted log by its id, its title, or a unique beginning of its id.
 * @param host narrows titles that several hosts have
 * @throws CaseError `wrong-use` with what there is
 */
export function findLog(db: ReadableDb, wanted: string, host?: string): WantedLog {
  const logs = wantedLogs(db);
  const exact = logs.filter(({ id }) => id === wanted);
  const titled = titledLogs(logs, wanted, host);
  const found =
    exact.length > 0 ? exact : titled.length > 0 ? titled : logs.filter(({ id }) => id.startsWith(wanted));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const reason =
    only === undefined
      ? `No log “${wanted}” is wanted in this case.`
      : `Several logs are called so: ${found.map((log) => `${log.id}${log.host === null ? '' : ` (${log.host})`}`).join(', ')}.`;
  throw new CaseError('wrong-use', { reason, cli: 'log wanted list shows them.' });
}

/** Those of a host where one has it, else those of any host. */
export function titledLogs(logs: readonly WantedLog[], title: string, host?: string): WantedLog[] {
  const titled = logs.filter((log) => sameName(log.title, title));
  if (host === undefined) return titled;
  const ofHost = titled.filter((log) => log.host !== null && sameName(log.host, host));
  return ofHost.length > 0 ? ofHost : titled.filter((log) => log.host === null);
}
