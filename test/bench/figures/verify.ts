import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { readBatches } from '../../../src-main/engine/record/read-batches.ts';
import { unpack } from '../../../src-main/engine/record/unpack.ts';
import { openCaseForReading } from '../../../src-main/store/open-case.ts';
import { generateCase } from '../../support/generate-record.ts';
import { sharedKey } from '../../support/keys.ts';
import { cliProgram, timed } from '../command.ts';
import type { Figure } from '../figure.ts';
import { withScratch } from '../scratch.ts';
import { median, seconds } from '../statistics.ts';
import type { BareEntry } from '../workers/bare-checks.ts';

const RUNS = 3;

/** `holdfast verify` of a large record beside the bare hashing and signature checks of the same entries. */
export async function verifyFigures(entries: number): Promise<Figure[]> {
  return withScratch(async (folder) => {
    const path = join(folder, 'large.holdfast');
    await generateCase(path, { entries, seed: 2, passphrase: 'bench', authors: 12 });
    const shares = await bareShares(path);
    const environment = {
      ...process.env,
      HOLDFAST_PROFILE: join(folder, 'profile'),
      HOLDFAST_PASSPHRASE: 'bench',
    };
    const ours: number[] = [];
    const bare: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      bare.push(await bareTime(shares));
      ours.push(timed(process.execPath, [cliProgram, 'verify', path, '--quiet'], environment));
    }
    const [a, b] = [median(ours), median(bare)];
    return [
      {
        name: `verify of ${entries} entries, whole command`,
        target: '≤ 1.2 × bare checks, ≤ 8 s',
        ours: seconds(a),
        peer: `hashing and Ed25519 alone, ${shares.length} threads: ${seconds(b)}`,
        ratio: (a / b).toFixed(2),
        reached: a / b <= 1.2 && a <= 8000,
        how: 'holdfast verify CASE --quiet (start of the program and key derivation included)',
      },
    ];
  });
}

export async function bareShares(path: string): Promise<BareEntry[][]> {
  const db = openCaseForReading(path, { key: await sharedKey('bench') });
  const shares: BareEntry[][] = Array.from({ length: availableParallelism() }, () => []);
  let i = 0;
  for (const batch of readBatches(db, 'nothing')) {
    for (const { header, hash, signature, author, fields } of unpack(batch)) {
      const texts = fields.map(([name, salt, value]) =>
        Buffer.from(`holdfast/field/1\0["${salt}","${name}",${value}]`),
      );
      shares[i % shares.length]?.push({ header, hash, signature, author, fields: texts });
      i += 1;
    }
  }
  db.close();
  return shares;
}

export async function bareTime(shares: readonly BareEntry[][]): Promise<number> {
  const workers = await Promise.all(
    shares.map(async (share) => {
      const worker = new Worker(join(import.meta.dirname, '../workers/bare-checks.ts'), {
        workerData: share,
      });
      await new Promise((resolve) => worker.once('message', resolve));
      return worker;
    }),
  );
  const started = performance.now();
  const good = await Promise.all(
    workers.map(
      (worker) =>
        new Promise<number>((resolve) => {
          worker.once('message', resolve);
          worker.postMessage('go');
        }),
    ),
  );
  const time = performance.now() - started;
  await Promise.all(workers.map(async (worker) => worker.terminate()));
  const wanted = shares.reduce((sum, share) => sum + share.length, 0);
  if (good.reduce((sum, count) => sum + count, 0) !== wanted) {
    throw new Error('the bare checks did not all pass');
  }
  return time;
}
