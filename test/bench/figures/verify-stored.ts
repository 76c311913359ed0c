import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { passphraseBytes } from '../../../src-main/domain/passphrase.ts';
import { keyOfFile, openCaseForReading } from '../../../src-main/store/open-case.ts';
import { evidenceKeys } from '../../../src-main/store/queries/evidence-key.ts';
import { cliProgram, timed } from '../command.ts';
import type { Figure } from '../figure.ts';
import { MIB, writeLog } from '../files.ts';
import { withScratch } from '../scratch.ts';
import { median, seconds } from '../statistics.ts';

const RUNS = 3;

/** `evidence verify` of a stored log beside Debian's tools on the same sealed file, in turn, both warm. @param bytes of the log */
export async function verifyStoredFigures(bytes: number): Promise<Figure[]> {
  return withScratch(async (folder) => {
    const [file, path] = [join(folder, 'original.log'), join(folder, 'case.holdfast')];
    writeLog(file, bytes);
    const environment = {
      ...process.env,
      HOLDFAST_PROFILE: join(folder, 'profile'),
      HOLDFAST_PASSPHRASE: 'bench',
    };
    const holdfast = (...args: string[]): number =>
      timed(process.execPath, [cliProgram, ...args, '--quiet'], environment);
    mkdirSync(join(folder, 'profile'));
    timed(process.execPath, [cliProgram, 'new', path, '--title', 'Bench'], environment);
    holdfast('evidence', 'add', path, file, '--store');
    rmSync(file);
    const db = openCaseForReading(path, { key: await keyOfFile(path, passphraseBytes('bench')) });
    const [key] = evidenceKeys(db);
    db.close();
    const identity = join(folder, 'key.txt');
    writeFileSync(identity, key?.identity ?? '', { mode: 0o600 });
    const sealed = join(`${path}-evidence`, readdirSync(`${path}-evidence`)[0] ?? '');
    const pipeline = [
      '-o',
      'pipefail',
      '-c',
      'age -d -i "$1" "$2" | zstd -dcq | sha256sum',
      '-',
      identity,
      sealed,
    ];
    timed('bash', pipeline);
    const [ours, peers]: [number[], number[]] = [[], []];
    for (let run = 0; run < RUNS; run += 1) {
      peers.push(timed('bash', pipeline));
      ours.push(holdfast('evidence', 'verify', path, 'EV-001'));
    }
    const [own, peer] = [median(ours), median(peers)];
    return [
      {
        name: `verifying ${Math.round(bytes / MIB)} MiB of stored text log, whole command`,
        target: '≤ 1.3 × the pipeline',
        ours: seconds(own),
        peer: `age -d | zstd -d | sha256sum of the same file: ${seconds(peer)}`,
        ratio: (own / peer).toFixed(2),
        reached: own / peer <= 1.3,
        how: 'holdfast evidence verify CASE EV-001 --quiet (start of the program, key derivation and the recorded entry included)',
      },
    ];
  });
}
