import { say, seconds } from '../bootstrap/say.mjs';
import { exec } from '../process.ts';

/** A package, by the names it has had; newer releases of Debian renamed some. */
type Package = readonly [name: string, ...otherNames: string[]];

/** Libraries that Electron loads, on a machine that may never have had a desktop. */
export const electronPackages: readonly Package[] = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['libxss1'],
  ['libnotify4'],
];

/** Stock tools that tests use: to watch system calls, to check our evidence without our code, to have a screen. */
export const testPackages: readonly Package[] = [
  ['strace'],
  ['age'],
  ['zstd'],
  ['hashdeep'],
  ['openssl'],
  ['poppler-utils'],
  ['xvfb'],
  ['xauth'],
  // The browsers of other people, in which a report checks itself.
  ['firefox-esr'],
  ['chromium'],
];

async function installed(): Promise<Set<string> | undefined> {
  const { status, output } = await exec('dpkg-query', ['-W', '-f', '${db:Status-Abbrev}${Package}\n'], {
    capture: true,
  });
  if (status !== 0) return undefined;
  return new Set(
    output.split('\n').flatMap((line) => (line.startsWith('ii ') ? [line.slice(3).trim()] : [])),
  );
}

const isPresent = (names: Package, present: ReadonlySet<string>): boolean =>
  names.some((name) => present.has(name));

async function availableName(names: Package): Promise<string> {
  for (const name of names.toReversed()) {
    const { output } = await exec('apt-cache', ['show', name], { capture: true });
    if (output.includes(`Package: ${name}\n`)) return name;
  }
  return names[0];
}

async function install(missing: readonly Package[]): Promise<void> {
  const start = Date.now();
  say(`installing Debian packages: ${missing.map(([name]) => name).join(' ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await exec('apt-get', ['update', '-qq'], { capture: true, env });
  const names = await Promise.all(missing.map(availableName));
  const flags = ['-y', '-qq', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300'];
  const { status, output } = await exec('apt-get', ['install', ...flags, ...names], { capture: true, env });
  say(status === 0 ? `installed in ${seconds(start)}` : `apt-get could not install them:\n${output}`);
}

/**
 * Installs what is missing as root on Debian. Elsewhere it only says what is missing: the tests that need it fail
 * with that as the reason, the others run.
 */
export async function ensurePackages(packages: readonly Package[]): Promise<void> {
  const present = await installed();
  if (present === undefined) return;
  const missing = packages.filter((names) => !isPresent(names, present));
  if (missing.length === 0) return;
  if (process.getuid?.() === 0) await install(missing);
  else {
    say(`missing, and only root can install it: apt-get install ${missing.map(([name]) => name).join(' ')}`);
  }
}
