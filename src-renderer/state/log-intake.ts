import type * as z from 'zod';
import { create } from 'zustand';
import type { ErrorData } from '../../src-main/contract/error.ts';
import {
  type Inspected,
  type LogImported,
  logImportedSchema,
  type LogSource,
} from '../../src-main/contract/log-index.ts';
import type { RequestOf } from '../../src-main/contract/index.ts';
import { ask } from '../api/client.ts';
import { count } from '../format/number.ts';
import { en } from '../strings/en.ts';
import { showSection, useCase } from './case.ts';
import { addEvidence, useEvidence } from './evidence.ts';
import { runJob, useJobs } from './jobs.ts';
import { loadFindings } from './log-findings.ts';
import { type LogChoice, choiceOf, isAnswered, offsetOf, readAsOf } from './log-choice.ts';
import { useLogSearch } from './log-search-state.ts';
import { runLogSearch } from './log-search.ts';
import { loadLogSources, showLogTab, useLogSources } from './log-sources.ts';

interface LogIntakeState {
  /** The files that are asked about before anything is read; null where nobody adds logs. */
  readonly choices: readonly LogChoice[] | null;
  readonly looking: boolean;
  /** Why the files could not be looked at. */
  readonly error: ErrorData | null;
  /** What was read last, until that is read; why it broke off. */
  readonly done: LogImported | null;
  readonly failed: ErrorData | null;
}

const EMPTY: LogIntakeState = { choices: null, looking: false, error: null, done: null, failed: null };

/** Logs on their way into the index. */
export const useLogIntake = create<LogIntakeState>(() => EMPTY);

/** Grows when the case is left or the dialog is closed: late answers are dropped. */
let epoch = 0;

export function resetLogIntake(): void {
  epoch += 1;
  useLogIntake.setState(EMPTY);
}

export function closeLogIntake(): void {
  epoch += 1;
  useLogIntake.setState({ choices: null, looking: false, error: null });
}

export const dismissRead = (): void => useLogIntake.setState({ done: null, failed: null });

/** Looks at files and exhibits, and asks how they are read. Those that are asked about already stay. */
export async function lookAtLogs(paths: readonly string[], exhibits: readonly string[]): Promise<void> {
  const before = useLogIntake.getState().choices ?? [];
  const known = new Set(before.map(({ file }) => file.path ?? file.exhibit));
  const asked = { paths: paths.filter((path) => !known.has(path)), exhibits: [...exhibits] };
  const mine = (epoch += 1);
  useLogIntake.setState({ choices: before, looking: true, error: null });
  const answer = await ask('log.inspect', asked);
  if (mine !== epoch) return;
  if (!answer.ok) {
    useLogIntake.setState({ looking: false, error: answer.error });
    return;
  }
  const added = answer.data.files.map((file: Inspected) => choiceOf(file, crypto.randomUUID()));
  useLogIntake.setState({ choices: [...before, ...added], looking: false });
}

/** An exhibit that is here already is asked about, where logs are searched. */
export function readIntoSearch(exhibit: string): void {
  showSection('logs');
  showLogTab('search');
  void lookAtLogs([], [exhibit]);
}

/** Lets the person choose files that are read into the search. */
export async function chooseLogs(): Promise<void> {
  const answer = await ask('dialog.evidence', { folders: false });
  if (!answer.ok || answer.data.paths.length === 0) return;
  await lookAtLogs(answer.data.paths, []);
}

export function changeChoice(key: string, change: Partial<LogChoice>): void {
  useLogIntake.setState(({ choices }) => ({
    choices: (choices ?? []).map((one) => (one.key === key ? { ...one, ...change } : one)),
  }));
}

type Item = RequestOf<'log.import'>['items'][number];

function itemOf(choice: LogChoice, exhibit: string): Item {
  const seconds = offsetOf(choice);
  return {
    exhibit,
    member: choice.file.member,
    readAs: readAsOf(choice),
    ...(seconds === null ? {} : { clockOffset: seconds }),
  };
}

/** Registers the files as exhibits, and reads them. What cannot be registered is told on the evidence screen. */
export async function startReading(): Promise<void> {
  const chosen = (useLogIntake.getState().choices ?? []).filter(({ take }) => take);
  if (chosen.length === 0 || !chosen.every(isAnswered)) return;
  closeLogIntake();
  const path = useCase.getState().info?.path;
  const fresh = chosen.flatMap(({ file }) =>
    file.exhibit === null && file.path !== null ? [file.path] : [],
  );
  // Several members of one archive are one exhibit.
  const paths = [...new Set(fresh)];
  const labels = new Set(paths.length === 0 ? [] : await addEvidence({ paths, type: 'log' }));
  if (useCase.getState().info?.path !== path) return;
  const exhibits = useEvidence.getState().exhibits.filter(({ exhibit }) => labels.has(exhibit));
  const items = chosen.flatMap((choice): Item[] => {
    const label = choice.file.exhibit ?? exhibits.find((one) => one.path === choice.file.path)?.exhibit;
    return label === undefined ? [] : [itemOf(choice, label)];
  });
  showLogTab('search');
  if (items.length > 0) await readLogs(items);
}

/** Reads a log as it was read before: it was stopped, or this laptop has no index of it. */
export async function readAgain(sources: readonly LogSource[]): Promise<void> {
  await readLogs(sources.map(({ exhibit, member, readAs }) => ({ exhibit, member, readAs })));
}

const asBug = (cause: z.ZodError): ErrorData => ({ code: 'bug', message: cause.message, details: {} });

async function readLogs(items: readonly Item[]): Promise<void> {
  const path = useCase.getState().info?.path;
  useLogIntake.setState({ done: null, failed: null });
  const name = en.logSearch.intake.job(count(items.length));
  const stop = searchMeanwhile();
  const outcome = await runJob('log.import', name, async () => ask('log.import', { items: [...items] }));
  stop();
  if (useCase.getState().info?.path !== path) return;
  if (outcome.ok) {
    const parsed = logImportedSchema.safeParse(outcome.result);
    useLogIntake.setState(parsed.success ? { done: parsed.data } : { failed: asBug(parsed.error) });
  } else if (outcome.error.code !== 'cancelled') useLogIntake.setState({ failed: outcome.error });
  await lookAnew();
}

async function lookAnew(): Promise<void> {
  await loadLogSources();
  void loadFindings();
  if (useLogSources.getState().rows > 0) await runLogSearch(useLogSearch.getState().search !== null);
}

/** What is read already is searched while the rest is read: looked for again after so long, ms. */
const ANEW = 4000;

function searchMeanwhile(): () => void {
  const timer = setInterval(() => {
    const { at, top } = useLogSearch.getState();
    // Who reads in the list is not disturbed.
    if (useCase.getState().section !== 'logs') return;
    if (useJobs.getState().jobs.some(({ kind, paused }) => kind === 'log.import' && paused)) return;
    void (at === null && top === 0 ? lookAnew() : loadLogSources());
  }, ANEW);
  return () => clearInterval(timer);
}
