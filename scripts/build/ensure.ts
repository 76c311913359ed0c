import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from '../bootstrap/lock.mjs';
import { say, seconds } from '../bootstrap/say.mjs';
import { distDir } from '../paths.ts';
import { fingerprint, type Fingerprint } from './sources.ts';

export type Target = 'main' | 'renderer';

const always = ['package.json', 'package-lock.json', 'scripts/build'];
const sources: Readonly<Record<Target, readonly string[]>> = {
  main: ['src-main', ...always],
  renderer: ['src-renderer', 'src-main/contract', 'src-main/domain', 'assets', 'vite.config.ts', ...always],
};

const stampOf = (target: Target): string => join(distDir, `.built-${target}`);

function isFresh(target: Target, print: Fingerprint): boolean {
  try {
    const [quick, exact] = readFileSync(stampOf(target), 'utf8').split('\n');
    if (quick === print.quick) return true;
    if (exact !== print.exact()) return false;
    stamp(target, print); // Touched, but the same: next time the quick look is enough.
    return true;
  } catch {
    return false;
  }
}

function stamp(target: Target, print: Fingerprint): void {
  const path = stampOf(target);
  writeFileSync(`${path}.${process.pid}`, `${print.quick}\n${print.exact()}`);
  renameSync(`${path}.${process.pid}`, path);
}

async function build(target: Target): Promise<void> {
  // The bundlers are loaded only when there is something to build: they cost more than a whole `holdfast info`.
  if (target === 'main') await (await import('./main.ts')).buildMain();
  else await (await import('./renderer.ts')).buildRenderer();
}

/** Builds what is older than its sources. A build that is killed leaves no stamp, so the next run repeats it. */
export async function ensureBuilt(targets: readonly Target[]): Promise<void> {
  const stale = (): Target[] => targets.filter((target) => !isFresh(target, fingerprint(sources[target])));
  if (stale().length === 0) return;
  mkdirSync(distDir, { recursive: true });
  await withLock(join(distDir, '.build.lock'), 'building', async () => {
    for (const target of stale()) {
      const start = Date.now();
      // Taken before: a source that changes during the build makes it stale again.
      const print = fingerprint(sources[target]);
      await build(target);
      stamp(target, print);
      say(`built dist/${target} in ${seconds(start)}`);
    }
  });
}
