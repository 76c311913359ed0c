import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateCase } from '../../support/generate-record.ts';
import { cliProgram, timed } from '../command.ts';
import type { Figure } from '../figure.ts';
import { withScratch } from '../scratch.ts';
import { median, ms, seconds, summary } from '../statistics.ts';
import { notesDuring } from './notes.ts';

const RUNS = 3;

/** A copy of a large record without evidence: by the command line, and in a window while notes are written. */
export async function copyFigures(entries: number): Promise<Figure[]> {
  return withScratch(async (folder) => {
    const path = join(folder, 'large.holdfast');
    await generateCase(path, { entries, seed: 2, passphrase: 'bench', authors: 12 });
    const environment = {
      ...process.env,
      HOLDFAST_PROFILE: join(folder, 'profile'),
      HOLDFAST_PASSPHRASE: 'bench',
    };
    const [out, words] = [join(folder, 'copy.holdfast'), join(folder, 'words')];
    writeFileSync(words, 'clockwork breadline cobra billiard atlas cellulose\n');
    const args = [
      cliProgram,
      'share',
      'copy',
      path,
      out,
      '--evidence',
      'none',
      '--new-passphrase-file',
      words,
    ];
    const commands: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      rmSync(out, { force: true });
      commands.push(timed(process.execPath, [...args, '--quiet'], environment));
    }
    rmSync(out);
    const started = performance.now();
    const notes = summary(
      await notesDuring(join(folder, 'window'), path, 'share.copy', {
        path: out,
        newPassphrase: 'bench',
        evidence: 'none',
      }),
    );
    const whole = performance.now() - started;
    const command = median(commands);
    return [
      {
        name: `a copy of ${entries} entries without evidence, whole command`,
        target: '< 6 s',
        ours: seconds(command),
        peer: `beside notes, opening and closing included: ${seconds(whole)}; a note then: p95 ${ms(notes.p95)}, worst ${ms(notes.worst)}`,
        ratio: '-',
        reached: command < 6000 && notes.p95 <= 30 && notes.worst <= 500,
        how: 'holdfast share copy CASE OUT --evidence none --quiet: two key derivations, the copy, each of its pages read back, its hash',
      },
    ];
  });
}
