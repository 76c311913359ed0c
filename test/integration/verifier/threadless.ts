import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { fileURLToPath } from 'node:url';
import { compileFunction } from 'node:vm';
import threads from 'node:worker_threads';

type Start = (...given: unknown[]) => void;
const compiled = new Map<string, Start>();

/** A `Worker` whose (bundled) program runs in this thread; messages still go through a channel and are cloned. */
class InThisThread extends EventEmitter {
  private readonly port;

  constructor(file: string | URL, options: { workerData?: unknown } = {}) {
    super();
    const path = file instanceof URL ? fileURLToPath(file) : file;
    const { port1, port2 } = new threads.MessageChannel();
    this.port = port1.on('message', (message) => this.emit('message', message));
    const start =
      compiled.get(path) ?? (compileFunction(readFileSync(path, 'utf8'), ['require', 'module']) as Start);
    compiled.set(path, start);
    const load = createRequire(path);
    const inside = { ...threads, isMainThread: false, parentPort: port2, workerData: options.workerData };
    start((id: string): unknown => (id.endsWith('worker_threads') ? inside : load(id)), { exports: {} });
  }
  postMessage(message: unknown): void {
    this.port.postMessage(message);
  }
  terminate(): Promise<number> {
    this.port.close();
    setImmediate(() => this.emit('exit', 0));
    return Promise.resolve(0);
  }
}

/**
 * Until the returned function is called, threads are not started. A check starts some, which takes 150 ms; over a
 * thousand small records that is minutes in which nothing is checked.
 */
export function withoutThreads(): () => void {
  const original = threads.Worker;
  const set = (worker: unknown): void => {
    Object.assign(threads, { Worker: worker });
    syncBuiltinESMExports();
  };
  set(InThisThread);
  return () => set(original);
}
