import { randomUUID } from 'node:crypto';
import type { JobEnded, JobKind, JobProgress } from '../contract/job.ts';
import { CaseError } from '../domain/errors.ts';
import { errorData } from './error-data.ts';

/** How long work talks to the outside while it runs. */
export interface Job {
  readonly id: string;
  /** Turns from 0 to 1 when the job is cancelled; workers look at it too. */
  readonly cancelFlag: Int32Array;
  /** @throws CaseError `cancelled` */
  check(): void;
  progress(at: { item: string; unit: 'bytes' | 'rows'; done: number; total: number | null }): void;
}

export interface Jobs {
  /** Starts work and returns its id at once; the end is an event. */
  start(kind: JobKind, work: (job: Job) => Promise<unknown>): { job: string };
  cancel(id: string): void;
  readonly running: number;
  /** @throws CaseError `busy` while a job of one of these kinds runs */
  refuseWhile(kinds: readonly JobKind[]): void;
  /** Cancels all and waits until they ended. */
  end(): Promise<void>;
}

type Emit = (event: { progress: JobProgress } | { ended: JobEnded }) => void;

/** Progress is told at most this often, in ms. */
const TELL_EVERY = 100;

const WORDS: Readonly<Record<JobKind, string>> = {
  'evidence.add': 'Taking in evidence',
  'evidence.verify': 'A check of evidence',
  'evidence.compare': 'A comparison of hashes',
  'record.verify': 'A check of the record',
  'share.copy': 'Making a copy',
  'record.merge': 'A merge',
  'record.compare': 'A comparison of two copies',
};

/** Jobs that read the record by its numbers, which a merge changes. */
export const READ_BY_NUMBER: readonly JobKind[] = ['record.verify', 'share.copy', 'record.compare'];

export function createJobs(emit: Emit): Jobs {
  const running = new Map<string, { kind: JobKind; flag: Int32Array; done: Promise<void> }>();
  return {
    get running() {
      return running.size;
    },
    start(kind, work) {
      const id = randomUUID();
      const flag = new Int32Array(new SharedArrayBuffer(4));
      const done = run(id, kind, flag, work, emit).finally(() => running.delete(id));
      running.set(id, { kind, flag, done });
      return { job: id };
    },
    refuseWhile(kinds) {
      for (const { kind } of running.values()) {
        if (kinds.includes(kind)) throw new CaseError('busy', { what: WORDS[kind] });
      }
    },
    cancel(id) {
      const job = running.get(id);
      if (job === undefined) throw new CaseError('job-unknown');
      Atomics.store(job.flag, 0, 1);
    },
    async end() {
      for (const { flag } of running.values()) Atomics.store(flag, 0, 1);
      await Promise.all([...running.values()].map(({ done }) => done));
    },
  };
}

async function run(
  id: string,
  kind: JobKind,
  cancelFlag: Int32Array,
  work: (job: Job) => Promise<unknown>,
  emit: Emit,
): Promise<void> {
  const started = performance.now();
  let told = 0;
  const job: Job = {
    id,
    cancelFlag,
    check() {
      if (Atomics.load(cancelFlag, 0) === 1) throw new CaseError('cancelled');
    },
    progress({ item, unit, done, total }) {
      const now = performance.now();
      if (now - told < TELL_EVERY && done !== total) return;
      told = now;
      const seconds = (now - started) / 1000;
      const rate = seconds > 0.2 && done > 0 ? done / seconds : null;
      const eta = rate !== null && total !== null ? Math.max(0, (total - done) / rate) : null;
      emit({ progress: { job: id, kind, item, unit, done, total, rate, eta } });
    },
  };
  // The answer that names the job goes out before its first event.
  await new Promise<void>((resolve) => setImmediate(resolve));
  try {
    const result = await work(job);
    emit({ ended: { ok: true, job: id, kind, result } });
  } catch (error) {
    emit({ ended: { ok: false, job: id, kind, error: errorData(error) } });
  }
}
