import { create } from 'zustand';
import type { ErrorData } from '../../src-main/contract/error.ts';
import type { Answer, RequestOf, ResponseOf } from '../../src-main/contract/index.ts';
import type { RotationView, WantedLogView } from '../../src-main/contract/log.ts';
import { ask } from '../api/client.ts';
import { useCase } from './case.ts';
import { sayDone } from './done.ts';
import { addEntry } from './timeline.ts';

export type CoverageView = ResponseOf<'log.coverage'>;

/** As it would be typed. */
export interface CoverGiven {
  /** Of a log that is not among the wanted ones. */
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly exhibits: string;
}

/** A form over the logs; `log` is the id of a wanted one. */
export type LogForm =
  | { readonly kind: 'want' }
  | { readonly kind: 'downloaded' | 'reviewed' | 'not-available' | 'wanted'; readonly log: WantedLogView }
  | {
      readonly kind: 'cover';
      readonly source: string;
      readonly host: string;
      /** What a log that was read says of itself. */
      readonly given?: CoverGiven;
    }
  | { readonly kind: 'uncover'; readonly entry: string; readonly what: string }
  | { readonly kind: 'rotation'; readonly event: 'stopped' | 'confirmed' | 'resumed'; readonly job: string };

interface LogsState {
  readonly wanted: readonly WantedLogView[] | null;
  readonly rotations: readonly RotationView[];
  /** Null until the logs were looked at. */
  readonly coverage: CoverageView | null;
  readonly error: ErrorData | null;
  readonly form: LogForm | null;
}

const EMPTY: LogsState = { wanted: null, rotations: [], coverage: null, error: null, form: null };

export const useLogs = create<LogsState>(() => EMPTY);

export function resetLogs(): void {
  useLogs.setState(EMPTY);
}

/** Kinds of entries after which logs, their coverage or backups are others. */
export const LOG_KINDS: ReadonlySet<string> = new Set([
  'plan',
  'wanted-log',
  'coverage',
  'rotation',
  'fact',
  'withholding',
]);

/** Asks anew for what is wanted and for backups; for the coverage where that was asked for before. */
export async function loadLogs(): Promise<void> {
  const path = useCase.getState().info?.path;
  if (useLogs.getState().coverage !== null) void loadCoverage();
  const [wanted, rotations] = await Promise.all([ask('log.wanted', {}), ask('log.rotations', {})]);
  if (useCase.getState().info?.path !== path) return;
  const failed = [wanted, rotations].find((answer) => !answer.ok);
  useLogs.setState({
    error: failed?.ok === false ? failed.error : null,
    ...(wanted.ok ? { wanted: wanted.data.logs } : {}),
    ...(rotations.ok ? { rotations: rotations.data.rotations } : {}),
  });
}

/** What of the time of the incident was read; the logs screen asks for it. */
export async function loadCoverage(): Promise<void> {
  const path = useCase.getState().info?.path;
  const answer = await ask('log.coverage', {});
  if (useCase.getState().info?.path !== path) return;
  useLogs.setState(answer.ok ? { coverage: answer.data } : { error: answer.error });
}

export const openLogForm = (form: LogForm | null): void => useLogs.setState({ form });

type Written = 'log.want' | 'log.state' | 'log.cover' | 'log.uncover' | 'log.rotation';

/** Writes one entry about logs or backups, shows it, and says what is done. */
export async function writeLog<Name extends Written>(
  name: Name,
  request: RequestOf<Name>,
): Promise<ErrorData | null> {
  const answer = (await ask(name, request)) as Answer<Written>;
  if (!answer.ok) return answer.error;
  const { entry } = answer.data;
  addEntry(entry);
  await Promise.all([loadLogs(), loadCoverage()]);
  sayDone(entry.text);
  return null;
}

/** `2/9`: logs that were read, of those that are to be had; empty while they are not known. */
export function logsRead({ wanted }: LogsState): string {
  if (wanted === null) return '';
  const here = wanted.filter(({ state }) => state !== 'not-available');
  return `${here.filter(({ missing }) => missing.length === 0).length}/${here.length}`;
}
