import { create } from 'zustand';
import type { ErrorData } from '../../src-main/contract/error.ts';
import type { Finding } from '../../src-main/contract/finding.ts';
import type { ResponseOf } from '../../src-main/contract/index.ts';
import { ask } from '../api/client.ts';
import { useCase } from './case.ts';
import { sayDone } from './done.ts';
import { pinRows } from './log-pin.ts';
import { searchFor } from './log-search.ts';
import { showLogTab, useLogSources } from './log-sources.ts';
import { addEntry } from './timeline.ts';

type Found = ResponseOf<'log.findings'>;

interface LogFindingsState {
  /** Null until they were asked for. */
  readonly found: Found | null;
  readonly error: ErrorData | null;
  /** The finding whose rows the search shows. */
  readonly shown: string | null;
  /** The finding that is about to be set aside, or taken up again. */
  readonly judging: string | null;
}

const EMPTY: LogFindingsState = { found: null, error: null, shown: null, judging: null };

/** What rules found in the logs. */
export const useLogFindings = create<LogFindingsState>(() => EMPTY);

/** While rules are asked, how far they are is looked for so often, ms. */
const ANEW = 1000;
let timer: ReturnType<typeof setTimeout> | undefined;

export function resetLogFindings(): void {
  clearTimeout(timer);
  useLogFindings.setState(EMPTY);
}

/** Asks what was found; while rules are still looking, again after a moment. */
export async function loadFindings(): Promise<void> {
  clearTimeout(timer);
  const path = useCase.getState().info?.path;
  if (path === undefined || useLogSources.getState().rows === 0) return;
  const answer = await ask('log.findings', {});
  if (useCase.getState().info?.path !== path) return;
  if (!answer.ok) {
    useLogFindings.setState({ error: answer.error });
    return;
  }
  useLogFindings.setState({ found: answer.data, error: null });
  clearTimeout(timer);
  if (answer.data.running !== null) timer = setTimeout(() => void loadFindings(), ANEW);
}

/** Kinds of entries after which findings look different. */
const FINDING_KINDS: ReadonlySet<string> = new Set(['log-finding', 'citation', 'log-source']);

export function findingsHeard(kind: string): void {
  if (FINDING_KINDS.has(kind) && useLogFindings.getState().found !== null) void loadFindings();
}

export const isOpen = ({ dismissed }: Finding): boolean => dismissed === null;

/** Shows its rows in the search, where a search finds them. */
export function showFinding({ id, query, first, last }: Finding): void {
  if (query === null) return;
  const span = first === null || last === null ? null : { from: Date.parse(first), to: Date.parse(last) };
  useLogFindings.setState({ shown: id });
  searchFor(query, span);
  showLogTab('search');
}

export const closeFinding = (): void => useLogFindings.setState({ shown: null });
export const judge = (judging: string | null): void => useLogFindings.setState({ judging });

/** Its rows become one entry of the timeline. */
export async function pinFinding({ id, evidence }: Finding): Promise<ErrorData | null> {
  const error = await pinRows(evidence, '', id);
  if (error === null) await loadFindings();
  return error;
}

/** Sets a finding aside, or takes it up again; both say why. */
export async function judgeFinding(finding: Finding, why: string): Promise<ErrorData | null> {
  const name = isOpen(finding) ? 'log.dismiss' : 'log.reopen';
  const answer = await ask(name, { finding: finding.id, why });
  if (!answer.ok) return answer.error;
  addEntry(answer.data.entry);
  sayDone(answer.data.entry.text);
  if (name === 'log.dismiss' && useLogFindings.getState().shown === finding.id) closeFinding();
  await loadFindings();
  return null;
}
