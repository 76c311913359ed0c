import type { CheckedRows } from '../self-check/check-rows.ts';
import type { ReportRow } from '../self-check/report-record.ts';
import { type RowsChecker, rowsChecker } from './rows-checker.ts';
import { browserChecker, ownChecker } from './signatures.ts';

/** What a page asks of a thread. */
interface Asked {
  readonly rows: readonly ReportRow[];
  readonly before: number;
}

type Answer = { readonly result: CheckedRows } | { readonly failed: string };

/** A thread that checks rows, until it is ended. */
export interface Thread {
  /** Rejects where the thread cannot do it; then it does nothing any more. */
  readonly check: RowsChecker;
  readonly end: () => void;
}

/**
 * Starts a thread that runs this very program: a browser lets a page that lies on a disk load no other.
 * @param program JavaScript, one script
 * @param native whether the browser checks such signatures
 */
export function startThread(program: string, native: boolean): Thread {
  const address = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }));
  const worker = new Worker(address);
  const { port1: port, port2 } = new MessageChannel();
  const waiting: { take: (rows: CheckedRows) => void; refuse: (error: Error) => void }[] = [];
  let broken: Error | null = null;
  const breakOff = (why: string): void => {
    broken = new Error(why);
    for (const { refuse } of waiting.splice(0)) refuse(broken);
  };
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    breakOff('no thread');
  });
  port.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    if ('failed' in data) breakOff(data.failed);
    else waiting.shift()?.take(data.result);
  });
  port.start();
  worker.postMessage(native, [port2]);
  return {
    check: async (rows, before) =>
      new Promise((take, refuse) => {
        if (broken !== null) {
          refuse(broken);
          return;
        }
        waiting.push({ take, refuse });
        port.postMessage({ rows, before } satisfies Asked);
      }),
    end: () => {
      worker.terminate();
      URL.revokeObjectURL(address);
    },
  };
}

/** What the program does where it runs as such a thread: it checks rows, one request after the other. */
export function serveAsThread(): void {
  const serve = ({ data: native, ports: [port] }: MessageEvent<boolean>): void => {
    if (port === undefined) return;
    const check = rowsChecker(native ? browserChecker() : ownChecker());
    let before: Promise<void> = Promise.resolve();
    port.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
      const result = check(data.rows, data.before);
      // In the order in which they were asked, however they end.
      before = before.then(async () => port.postMessage(await answerOf(result)));
    });
    port.start();
  };
  globalThis.addEventListener('message', serve as (event: Event) => void, { once: true });
}

async function answerOf(result: Promise<CheckedRows>): Promise<Answer> {
  try {
    return { result: await result };
  } catch (error) {
    return { failed: String(error) };
  }
}
