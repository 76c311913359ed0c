import { type Clock, systemClock } from '../../src-main/casework/clock.ts';
import type { ErrorData } from '../../src-main/contract/error.ts';
import type { EngineMethodName, RequestOf, ResponseOf } from '../../src-main/contract/index.ts';
import type { JobEnded, JobProgress } from '../../src-main/contract/job.ts';
import type { RecordCheck } from '../../src-main/contract/record.ts';
import { type EngineProcess, createEngine } from '../../src-main/engine/create-engine.ts';
import { errorData } from '../../src-main/engine/error-data.ts';
import type { EngineHost } from '../../src-main/engine/host.ts';
import { freeJob } from '../../src-main/engine/jobs.ts';
import { checkFile } from '../../src-main/engine/usecases/check-file.ts';
import { bundled } from './bundled.ts';
import { PASSPHRASE } from './cli.ts';

export interface EngineOptions {
  readonly clock?: Clock;
  readonly as?: string;
  /** As the window does: of several authors the one that was chosen writes. */
  readonly remembered?: boolean;
  readonly workers?: EngineHost['workers'];
  /** As in a window: long work is done in slices and by threads. Otherwise as on the command line. */
  readonly inWindow?: boolean;
  /** Every large file can be gone on with, from places so many bytes apart. */
  readonly checkpointEvery?: number;
  /** Hears the progress of jobs. */
  readonly progress?: (at: JobProgress) => void;
}

/** The real engine in this process, asked the way the window and the command line ask it. */
export interface OpenEngine {
  readonly process: EngineProcess;
  /** The answer. Throws where it is an error. */
  ask<Name extends EngineMethodName>(name: Name, request: RequestOf<Name>): Promise<ResponseOf<Name>>;
  /** The error. Throws where there is none. */
  refused<Name extends EngineMethodName>(name: Name, request: RequestOf<Name>): Promise<ErrorData>;
  /** Starts a job and waits for its result. Throws where it failed. */
  job<Name extends EngineMethodName>(name: Name, request: RequestOf<Name>): Promise<unknown>;
  /** Starts a job and waits for its error. Throws where there is none. */
  jobRefused<Name extends EngineMethodName>(name: Name, request: RequestOf<Name>): Promise<ErrorData>;
  /** `case.open` with the passphrase of the tests. */
  open(path: string, readOnly?: boolean): Promise<ResponseOf<'case.open'>>;
  /** What `verify FILE` does. */
  verify(path: string, passphrase?: string): Promise<RecordCheck | ErrorData>;
  close(): Promise<void>;
}

export function openEngine(profileFolder: string, options: EngineOptions = {}): OpenEngine {
  const ends = new Map<string, (end: JobEnded) => void>();
  const early = new Map<string, JobEnded>();
  const process = createEngine({
    emit(name, data) {
      if (name === 'job.progress') options.progress?.(data as JobProgress);
      if (name !== 'job.ended') return;
      const end = data as JobEnded;
      const listener = ends.get(end.job);
      if (listener === undefined) early.set(end.job, end);
      else listener(end);
    },
    profileFolder,
    nativeBinding: undefined,
    workers: options.workers ?? bundled.workers,
    clock: options.clock ?? systemClock,
    version: '0.0.0-test',
    programHash: undefined,
    author: { as: options.as, role: undefined, remembered: options.remembered === true },
    mayBlock: options.inWindow !== true,
    ...(options.checkpointEvery === undefined ? {} : { checkpointEvery: options.checkpointEvery }),
  });
  const ask: OpenEngine['ask'] = async (name, request) => {
    const answer = await process.call(name, request);
    if (!answer.ok) throw new Error(`${name}: ${answer.error.code}: ${answer.error.message}`);
    return answer.data;
  };
  const ended = async (name: EngineMethodName, request: RequestOf<EngineMethodName>): Promise<JobEnded> => {
    const { job } = (await ask(name, request)) as { job: string };
    return early.get(job) ?? (await new Promise<JobEnded>((resolve) => void ends.set(job, resolve)));
  };
  return {
    process,
    ask,
    async refused(name, request) {
      const answer = await process.call(name, request);
      if (answer.ok) throw new Error(`${name} was not refused`);
      return answer.error;
    },
    async job(name, request) {
      const end = await ended(name, request);
      if (!end.ok) throw new Error(`${name}: ${end.error.code}: ${end.error.message}`);
      return end.result;
    },
    async jobRefused(name, request) {
      const end = await ended(name, request);
      if (end.ok) throw new Error(`${name} was not refused`);
      return end.error;
    },
    open: async (path, readOnly = false) => ask('case.open', { path, passphrase: PASSPHRASE, readOnly }),
    async verify(path, passphrase = PASSPHRASE) {
      const job = freeJob('test');
      try {
        return await checkFile(process.engine, { path, passphrase, quick: false }, job);
      } catch (error) {
        return errorData(error);
      }
    },
    close: async () => process.close(),
  };
}
