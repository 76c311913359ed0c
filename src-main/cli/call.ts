import type { EngineMethodName, RequestOf, ResponseOf } from '../contract/index.ts';
import type { ErrorData } from '../contract/error.ts';
import type { JobEnded } from '../contract/job.ts';
import type { CliContext } from './context.ts';

/** An answer that is an error: carried to the one place that prints it. */
export class Refusal extends Error {
  readonly data: ErrorData;

  constructor(data: ErrorData) {
    super(data.message);
    this.data = data;
  }
}

/** Asks a method of the contract. @throws Refusal */
export async function ask<Name extends EngineMethodName>(
  context: CliContext,
  name: Name,
  request: RequestOf<Name>,
): Promise<ResponseOf<Name>> {
  const answer = await context.process.call(name, request);
  if (!answer.ok) throw new Refusal(answer.error);
  return answer.data;
}

/** Jobs end by an event; the command line waits for it. */
export class JobEnds {
  readonly #waiting = new Map<string, (end: JobEnded) => void>();
  readonly #ended = new Map<string, JobEnded>();

  readonly hear = (end: JobEnded): void => {
    const listener = this.#waiting.get(end.job);
    if (listener === undefined) this.#ended.set(end.job, end);
    else listener(end);
  };

  /** The result of a job. @throws Refusal */
  async result({ job }: { readonly job: string }): Promise<unknown> {
    const end =
      this.#ended.get(job) ?? (await new Promise<JobEnded>((resolve) => this.#waiting.set(job, resolve)));
    if (!end.ok) throw new Refusal(end.error);
    return end.result;
  }
}
