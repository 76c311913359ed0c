import { readFileSync, readdirSync } from 'node:fs';
import { getPriority } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type WorkerHandle, startWorker } from '../../../src-main/engine/worker.ts';
import type { CheckEntriesRequest } from '../../../src-main/engine/workers/check-entries.ts';
import { testEngine } from '../../support/engine.ts';

/** Nice values of this process's threads: the 19th field of /proc/PID/task/TID/stat, proc(5). */
const niceValues = (): number[] =>
  readdirSync('/proc/self/task').map((thread) => {
    const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]);
  });

const NOTHING: CheckEntriesRequest['batch'] = {
  last: 0,
  entries: { rows: 0, bytes: new Uint8Array() },
  fields: { rows: 0, bytes: new Uint8Array() },
  large: [],
  numbers: null,
  views: null,
};

async function nicestWhileWorking(mayBlock: boolean): Promise<number> {
  const started = testEngine(join('/nowhere', 'profile'));
  const worker: WorkerHandle = startWorker({ ...started.engine.host, mayBlock }, 'check-entries');
  try {
    await worker.ask<CheckEntriesRequest, unknown>({ batch: NOTHING, signatures: true });
    return Math.max(...niceValues());
  } finally {
    worker.end();
    await started.close();
  }
}

describe.skipIf(process.platform !== 'linux')('threads that work beside a window', () => {
  test('give way to the one that answers, and only they', async () => {
    const own = Math.max(...niceValues());
    expect(await nicestWhileWorking(true)).toBe(own);
    expect(await nicestWhileWorking(false)).toBe(Math.max(own, 10));
    expect(getPriority()).toBe(own);
  });
});
