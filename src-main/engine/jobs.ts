import { randomUUID } from 'node:crypto';
import type { JobEnded, JobKind, JobProgress } from '../contract/job.ts';
import { CaseError } from '../domain/errors.ts';
import { errorData } from './error-data.ts';
import { GO_ON, PAUSE, STOP, setFlag } from './job-flag.ts';

/** How long work talks to the outside while it runs. */
export interface Job {
  readonly id: string;
  /** What threads look at: go on, stop or pause (job-flag.ts). */
  readonly cancelFlag: Int32Array;
  /** @throws CaseError `cancelled` */
  check(): void;
  /** Returns at once, or when a pause ends. @throws CaseError `cancelled` */
  turn(): Promise<void>;
  /** True where the case is being closed: what was begun may be gone on with later. */
  readonly closing: boolean;
  progress(at: {
    item: string;
    unit: 'bytes' | 'rows';
    done: number;
    total: number | null;
    all?: JobProgress['all'];
  }): void;
}

export interface Jobs {
  /**
   * Starts work and returns its id at once; the end is an event. A merge, like an import, changes the numbers by which others
   * read the record, so it begins when those that were started before have ended, and they when it has.
   */
  start(kind: JobKind, work: (job: Job) => Promise<unknown>): { job: string };
  cancel(id: string): void;
  /** Holds a job until `resume`; a second time changes nothing. */
  pause(id: string): void;
  resume(id: string): void;
  readonly running: number;
  isRunning(kind: JobKind): boolean;
  /** Waits until the jobs of a kind that run now have ended. */
  ended(kind: JobKind): Promise<void>;
  /** Stops all and waits until they ended. */
  end(): Promise<void>;
}

type Emit = (event: { progress: JobProgress } | { ended: JobEnded }) => void;

/** Progress is told at most this often, in ms. */
const TELL_EVERY = 100;

/** Jobs that read the record by the numbers of its entries. */
const READ_BY_NUMBER: readonly JobKind[] = [
  'record.verify',
  'share.copy',
  'share.bag',
  'share.standard',
  'record.preview',
  'record.compare',
  'document.make',
];

/** Jobs that change numbers of present entries. */
const RENUMBER: readonly JobKind[] = ['record.merge', 'timeline.import'];

/** Kinds of jobs that must have ended, where they were started before. */
function waitsFor(kind: JobKind): readonly JobKind[] {
  if (RENUMBER.includes(kind)) return [...READ_BY_NUMBER, ...RENUMBER];
  return READ_BY_NUMBER.includes(kind) ? RENUMBER : [];
}

export function createJobs(emit: Emit): Jobs {
  const running = new Map<string, RunningJob>();
  const known = (id: string): RunningJob => {
    const job = running.get(id);
    if (job === undefined) throw new CaseError('job-unknown');
    return job;
  };
  return {
    get running() {
      return running.size;
    },
    start(kind, work) {
      const job = new RunningJob(kind, emit);
      const before = [...running.values()].filter((other) => waitsFor(kind).includes(other.kind));
      const turn = Promise.all(before.map(({ done }) => done));
      running.set(job.id, job);
      const inTurn = async (): Promise<unknown> => {
        await turn;
        job.check();
        return work(job);
      };
      job.done = job.run(inTurn).finally(() => running.delete(job.id));
      return { job: job.id };
    },
    isRunning: (kind) => [...running.values()].some((job) => job.kind === kind),
    cancel: (id) => known(id).stop(),
    pause: (id) => known(id).pause(),
    resume: (id) => known(id).resume(),
    async ended(kind) {
      await Promise.all([...running.values()].flatMap((job) => (job.kind === kind ? [job.done] : [])));
    },
    async end() {
      const all = [...running.values()];
      for (const job of all) {
        job.closing = true;
        job.stop();
      }
      await Promise.all(all.map(({ done }) => done));
    },
  };
}

class RunningJob implements Job {
  readonly id = randomUUID();
  readonly cancelFlag = new Int32Array(new SharedArrayBuffer(4));
  closing = false;
  done: Promise<void> = Promise.resolve();
  readonly kind: JobKind;
  readonly #emit: Emit;
  #started = performance.now();
  #told = 0;
  #paused: { readonly since: number; readonly over: Promise<void>; readonly end: () => void } | null = null;

  constructor(kind: JobKind, emit: Emit) {
    this.kind = kind;
    this.#emit = emit;
  }

  check(): void {
    if (Atomics.load(this.cancelFlag, 0) === STOP) throw new CaseError('cancelled');
  }

  async turn(): Promise<void> {
    while (this.#paused !== null) await this.#paused.over;
    this.check();
  }

  stop(): void {
    setFlag(this.cancelFlag, STOP);
    this.#endPause();
  }

  pause(): void {
    if (this.#paused !== null || Atomics.load(this.cancelFlag, 0) === STOP) return;
    let end = (): void => {};
    const over = new Promise<void>((resolve) => (end = resolve));
    this.#paused = { since: performance.now(), over, end };
    setFlag(this.cancelFlag, PAUSE);
  }

  resume(): void {
    if (this.#paused === null) return;
    setFlag(this.cancelFlag, GO_ON);
    this.#endPause();
  }

  #endPause(): void {
    if (this.#paused === null) return;
    // Time that stood still does not count for the rate.
    this.#started += performance.now() - this.#paused.since;
    this.#paused.end();
    this.#paused = null;
  }

  readonly progress: Job['progress'] = ({ item, unit, done, total, all }) => {
    const now = performance.now();
    if (now - this.#told < TELL_EVERY && done !== total) return;
    this.#told = now;
    const seconds = (now - this.#started) / 1000;
    const whole = all ?? { done, total };
    const rate = seconds > 0.2 && whole.done > 0 ? whole.done / seconds : null;
    const eta = rate !== null && whole.total !== null ? Math.max(0, (whole.total - whole.done) / rate) : null;
    const { id: job } = this;
    this.#emit({
      progress: {
        job,
        kind: this.kind,
        item,
        unit,
        done,
        total,
        rate,
        eta,
        ...(all === undefined ? {} : { all }),
      },
    });
  };

  async run(work: (job: Job) => Promise<unknown>): Promise<void> {
    const { id: job } = this;
    const kind = this.kind;
    // The answer that names the job goes out before its first event.
    await new Promise<void>((resolve) => setImmediate(resolve));
    try {
      const result = await work(this);
      this.#emit({ ended: { ok: true, job, kind, result } });
    } catch (error) {
      this.#emit({ ended: { ok: false, job, kind, error: errorData(error) } });
    }
  }
}

/** A job that nobody can stop: for a check that runs by itself. */
export function freeJob(id: string, progress: Job['progress'] = () => {}): Job {
  return {
    id,
    cancelFlag: new Int32Array(new SharedArrayBuffer(4)),
    check: () => {},
    turn: () => Promise.resolve(),
    closing: false,
    progress,
  };
}
