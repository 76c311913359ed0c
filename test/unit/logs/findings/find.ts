import { rules } from '../../../../src-main/logs/findings/rules/index.ts';
import type { Rule } from '../../../../src-main/logs/findings/rule.ts';
import { type LogFindings, runRules } from '../../../../src-main/logs/findings/run-rules.ts';
import { markRepeats } from '../../../../src-main/logs/index/mark-repeats.ts';
import type { LogReader } from '../../../../src-main/logs/reading/reader.ts';
import type { Given } from '../../../../src-main/logs/reading/reader.ts';
import { LogSearch } from '../../../../src-main/logs/search/log-search.ts';
import { deleteSource, logSources } from '../../../../src-main/store/log-index/source.ts';
import { type TestIndex, testIndex } from '../index.ts';

/** A log as a rule sees it. */
export interface Log {
  readonly reader: LogReader;
  readonly bytes: Uint8Array | string;
  readonly given?: Partial<Given>;
}

/** What all rules find in a log that is read into a real index. */
export const findIn = (...logs: readonly Log[]): LogFindings => findWith(rules, ...logs);

/** Making an index takes longer than asking it: there is one for all logs of a test file, one after the other. */
let index: TestIndex | null = null;

/** For `afterAll` of each test file: files of one process share this module, and with it the index. */
export function endIndex(): void {
  index?.end();
  index = null;
}

export function findWith(asked: readonly Rule[], ...logs: readonly Log[]): LogFindings {
  return runRules(searchOf(logs), asked);
}

/** The same where rows that stand in an earlier one of the logs, too, are marked. */
export const findMarked = (asked: readonly Rule[], ...logs: readonly Log[]): LogFindings =>
  runRules(searchOf(logs, true), asked);

function searchOf(logs: readonly Log[], isMarked = false): LogSearch {
  index ??= testIndex();
  for (const { id } of logSources(index.db)) deleteSource(index.db, id);
  for (const [i, { reader, bytes, given }] of logs.entries()) {
    index.add(`exhibit ${i}`, reader, bytes, given);
  }
  if (isMarked) {
    const origins = logs.map((_, i) => ({ exhibit: `exhibit ${i}`, host: '' }));
    markRepeats(index.db, origins, () => undefined);
  }
  const search = new LogSearch(index.view());
  search.label(
    search.view.sources.map(({ id }, i) => ({
      id,
      exhibit: `EV-00${i + 1}`,
      title: `Log ${i + 1}`,
      shift: 0,
    })),
  );
  return search;
}

/** Ids of the rules that found something. */
export const speaking = (found: LogFindings): string[] => [
  ...new Set(found.findings.map(({ rule }) => rule)),
];
