import { rules } from '../../../../src-main/logs/findings/rules/index.ts';
import { type LogFindings, runRules } from '../../../../src-main/logs/findings/run-rules.ts';
import type { LogReader } from '../../../../src-main/logs/reading/reader.ts';
import type { Given } from '../../../../src-main/logs/reading/reader.ts';
import { LogSearch } from '../../../../src-main/logs/search/log-search.ts';
import { testIndex } from '../index.ts';

/** A log as a rule sees it. */
export interface Log {
  readonly reader: LogReader;
  readonly bytes: Uint8Array | string;
  readonly given?: Partial<Given>;
}

/** What all rules find in logs that are read into a real index. */
export function findIn(...logs: readonly Log[]): LogFindings {
  const index = testIndex();
  try {
    for (const [i, { reader, bytes, given }] of logs.entries()) {
      index.add(`exhibit ${i}`, reader, bytes, given);
    }
    const search = new LogSearch(index.view());
    search.label(
      logs.map((_, i) => ({ id: i + 1, exhibit: `EV-00${i + 1}`, title: `Log ${i + 1}`, shift: 0 })),
    );
    return runRules(search, rules);
  } finally {
    index.end();
  }
}

/** Ids of the rules that found something. */
export const speaking = (found: LogFindings): string[] => [
  ...new Set(found.findings.map(({ rule }) => rule)),
];
