import { expect, test } from 'vitest';
import { startWorker } from '../../../src-main/engine/worker.ts';
import { bundled } from '../../support/bundled.ts';

const HOST = { workers: bundled.workers, mayBlock: true };

test('a thread that is gone refuses what it is asked, at once and later', { timeout: 20_000 }, async () => {
  const worker = startWorker(HOST, 'judge-passphrase');
  // Control: it answers as long as it is there.
  await expect(worker.ask('three common words')).resolves.toBeDefined();
  worker.end();
  await expect(worker.ask('asked while it ends')).rejects.toMatchObject({ code: 'cancelled' });
  await expect(worker.ask('asked when it is gone')).rejects.toMatchObject({ code: 'cancelled' });
});
