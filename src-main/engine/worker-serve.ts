import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { CaseError } from '../domain/errors.ts';
import { stepBack } from './step-back.ts';
import type { FromWorker, WorkerStart } from './worker.ts';

export type Tell = (at: { done: number; total: number | null; item: string }) => void;

export interface Served<Request> {
  /** Whether such a question came while the one that is answered now keeps the thread busy. */
  waits(wanted: (request: Request) => boolean): boolean;
}

/**
 * Answers each question of the engine in turn, also where an answer takes a while. Errors go back as data, so that no
 * field of theirs is lost.
 * @param answer its third argument tells the engine something else on the way
 * @param given memory of an answer that is handed over and not copied: it is gone here
 */
export function serve<Request, Result, Note = never>(
  answer: (request: Request, tell: Tell, note: (note: Note) => void) => Result | Promise<Result>,
  given: (result: Result) => readonly ArrayBuffer[] = () => [],
): Served<Request> {
  const port = parentPort;
  if (port === null) throw new Error('this file runs as a worker thread only');
  if ((workerData as WorkerStart).background) stepBack();
  const send = (message: FromWorker<Result>, memory: readonly ArrayBuffer[] = []): void =>
    port.postMessage(message, memory);
  const reply = async (request: Request): Promise<void> => {
    try {
      const result = await answer(
        request,
        (at) => send({ kind: 'progress', ...at }),
        (note) => send({ kind: 'note', note }),
      );
      send({ kind: 'done', result }, given(result));
    } catch (error) {
      const known = error instanceof CaseError ? error : null;
      const message = error instanceof Error ? error.message : String(error);
      send({ kind: 'failed', code: known?.code ?? 'bug', details: known?.details ?? {}, message });
    }
  };
  const waiting: Request[] = [];
  let before: Promise<void> = Promise.resolve();
  const answerFirst = async (): Promise<void> => {
    const question = waiting.shift();
    if (question !== undefined) await reply(question);
  };
  const take = (request: Request): void => {
    waiting.push(request);
    before = before.then(answerFirst);
  };
  port.on('message', take);
  return {
    waits(wanted) {
      for (let one = receiveMessageOnPort(port); one !== undefined; one = receiveMessageOnPort(port)) {
        take(one.message as Request);
      }
      return waiting.some((request) => wanted(request));
    },
  };
}
