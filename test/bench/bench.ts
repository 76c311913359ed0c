import type { Figure } from './figure.ts';
import { copyFigures } from './figures/copy.ts';
import { eventLogFigures } from './figures/event-log.ts';
import { evidenceFigures } from './figures/evidence.ts';
import { loadFigures, noteFigures } from './figures/notes.ts';
import { logFigures } from './figures/logs.ts';
import { mergeFigures } from './figures/merge.ts';
import { reportFigures } from './figures/report.ts';
import { reportCheckFigures } from './figures/report-check.ts';
import { planFigures } from './figures/plan.ts';
import { searchInWindow } from './figures/search-in-window.ts';
import { storingInWindow } from './figures/storing-in-window.ts';
import { timelineFigures } from './figures/timeline.ts';
import { verifyFigures } from './figures/verify.ts';
import { verifyStoredFigures } from './figures/verify-stored.ts';
import { windowFigures } from './figures/window.ts';
import { GIB } from './files.ts';
import { writeResults } from './results.ts';

/** `npm run bench` measures at the sizes of the targets; `npm run bench -- small` looks only whether it runs. */
const small = process.argv.includes('small');
const [gib, entries] = small ? [0.25, 5000] : [4, 100_000];

const parts: readonly (readonly [string, () => Promise<Figure[]>])[] = [
  ['evidence', async () => evidenceFigures(gib)],
  ['notes', noteFigures],
  ['load', async () => loadFigures(gib, entries)],
  ['window', async () => windowFigures(gib, entries)],
  ['plan', planFigures],
  ['storing-in-window', async () => storingInWindow((gib / 4) * GIB)],
  ['timeline', async () => timelineFigures(entries)],
  ['verify', async () => verifyFigures(entries)],
  ['verify-stored', async () => verifyStoredFigures(gib * GIB)],
  ['copy', async () => copyFigures(entries)],
  ['report', async () => reportFigures(entries / 10)],
  ['report-check', async () => reportCheckFigures(entries / 10)],
  ['logs', async () => logFigures(entries * 10)],
  ['many-logs', async () => logFigures(entries * 50)],
  ['search-in-window', async () => searchInWindow(entries * 10)],
  ['merge', async () => mergeFigures(entries / 2)],
  ['event-log', async () => eventLogFigures(entries / 2)],
];
const wanted = process.argv.slice(2).filter((arg) => arg !== 'small');

const figures: Figure[] = [];
for (const [i, [name, measure]] of parts.entries()) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const figure of await measure()) {
    figures.push(figure);
    process.stdout.write(
      `${figure.reached ? 'reached' : 'MISSED '}  ${figure.name}: ${figure.ours}; ${figure.peer}; ${figure.ratio} (target ${figure.target})\n`,
    );
  }
  // After each part, so that a run that is cut short leaves what it measured, and says what it did not.
  if (wanted.length === 0) {
    const left = parts.slice(i + 1).map(([other]) => other);
    writeResults(figures, small ? 'small' : 'full', left);
  }
}
