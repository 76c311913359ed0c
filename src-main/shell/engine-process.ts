import { utilityProcess } from 'electron';
import type { EventData, EventName } from '../contract/events.ts';
import type { Answer, EngineMethodName } from '../contract/index.ts';
import { errorSentence } from '../domain/errors.ts';
import { createCaller, type EngineStart, type FromEngine, type ToEngine } from '../engine/rpc.ts';
import { engineEnvironment } from './engine-environment.ts';

export interface EngineProcess {
  readonly call: (method: EngineMethodName, params: unknown) => Promise<Answer<EngineMethodName>>;
  /** Tells the hash of the program, once it is known. */
  readonly tell: (programHash: string) => void;
  /** Asks it to close its case, and ends it by force when it takes too long. Resolves when the process is gone. */
  readonly close: () => Promise<void>;
}

export interface EngineListener {
  readonly event: <Name extends EventName>(name: Name, data: EventData<Name>) => void;
  /** The process ended without having been asked to. */
  readonly died: (reason: string) => void;
}

/** Milliseconds: closing a case is a few writes; a process that needs longer hangs. */
const CLOSE_LIMIT = 2000;
const KILL_LIMIT = 500;
/**
 * Milliseconds from the kill that nothing outlives: Electron has been seen (33.2.1, about one close in two hundred on a
 * busy machine) to leave an ended process unreaped and never tell of its end.
 */
const UNTOLD_LIMIT = 500;

function endByForce(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // Its end was not told, but it is gone.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** Starts the process that owns a window's case file. */
export function startEngine(program: string, start: EngineStart, listener: EngineListener): EngineProcess {
  const child = utilityProcess.fork(program, [], {
    serviceName: 'Holdfast engine',
    env: engineEnvironment(process.env),
    execArgv: [],
    // What a crashing process prints may hold text of the case, and a terminal keeps it.
    stdio: 'ignore',
  });
  const send = (message: ToEngine): void => child.postMessage(message);
  const caller = createCaller(send);
  let closing = false;
  let gone = false;

  const { promise: ended, resolve } = Promise.withResolvers<void>();
  const end = (reason: string): void => {
    if (gone) return;
    gone = true;
    caller.end({
      code: 'engine-ended',
      message: errorSentence('engine-ended', { reason }),
      details: { reason },
    });
    if (!closing) listener.died(reason);
    resolve();
  };
  child.once('exit', (code) => end(closing ? 'it was locked' : `exit ${code}`));
  child.on('message', (message: FromEngine) => {
    if (message.kind === 'event') listener.event(message.event, message.data);
    else caller.settle(message.id, message.answer);
  });
  send({ kind: 'start', start });

  const killAfter = (limit: number, kill: () => void): NodeJS.Timeout =>
    setTimeout(() => {
      if (!gone) kill();
    }, limit);

  return {
    call: caller.call,
    tell: (hash) => {
      if (!gone) send({ kind: 'program', hash });
    },
    close: async () => {
      closing = true;
      if (gone) return;
      send({ kind: 'close' });
      const timers = [
        killAfter(CLOSE_LIMIT, () => child.kill()),
        killAfter(CLOSE_LIMIT + KILL_LIMIT, () => {
          if (child.pid !== undefined) endByForce(child.pid);
        }),
        killAfter(CLOSE_LIMIT + KILL_LIMIT + UNTOLD_LIMIT, () => end('it was locked')),
      ];
      await ended;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
