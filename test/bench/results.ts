import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Figure } from './figure.ts';

/**
 * Writes RESULTS.md anew: one run, medians, each beside its peer in the same run.
 * @param left parts that this run has not measured yet
 */
export function writeResults(figures: readonly Figure[], scale: string, left: readonly string[]): void {
  const [cpu] = cpus();
  const lines = [
    '# Figures',
    '',
    `One run of \`npm run bench${scale === 'full' ? '' : ' -- small'}\` on ${new Date().toISOString().slice(0, 10)}; medians unless said otherwise; each figure beside its peer in the same run.`,
    '',
    ...(left.length === 0 ? [] : [`The run did not come to these parts: ${left.join(', ')}.`, '']),
    `Machine: ${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 1024 ** 3)} GiB, ${process.platform} ${process.arch}, Node ${process.versions.node}.`,
    '',
    '| figure | target | ours | peer | ratio or difference | reached | what was run |',
    '|---|---|---|---|---|---|---|',
    ...figures.map(
      ({ name, target, ours, peer, ratio, reached, how }) =>
        `| ${name} | ${target} | ${ours} | ${peer} | ${ratio} | ${reached ? 'yes' : '**no**'} | ${how} |`,
    ),
    '',
  ];
  writeFileSync(join(import.meta.dirname, 'RESULTS.md'), lines.join('\n'));
}
