import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { withLock } from '../bootstrap/lock.mjs';
import { say } from '../bootstrap/say.mjs';
import { root } from '../paths.ts';
import { exec } from '../process.ts';
import { cacheDir } from './cache.ts';

const home = join(root, 'node_modules', 'electron');
const rememberFor = 7 * 24 * 3600 * 1000;

/** The Electron that ships, as pinned in package.json. */
export function vendorVersion(): string {
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  return version;
}

function installed(): string | undefined {
  try {
    const executable = join(home, 'dist', readFileSync(join(home, 'path.txt'), 'utf8'));
    const present = readFileSync(join(home, 'dist', 'version'), 'utf8').replace(/^v/u, '');
    return present === vendorVersion() && existsSync(executable) ? executable : undefined;
  } catch {
    return undefined;
  }
}

const failureMark = (): string => join(cacheDir(), `electron-${vendorVersion()}.unreachable`);

/** When the last download failed, if that was within a week: it is not tried again at each start. */
export function vendorFailedAt(): Date | undefined {
  try {
    const { mtimeMs } = statSync(failureMark());
    return Date.now() - mtimeMs < rememberFor ? new Date(mtimeMs) : undefined;
  } catch {
    return undefined;
  }
}

/** The vendor's executable: installed already, or downloaded and checked by electron's own installer. */
export async function ensureVendorRuntime(retry: boolean): Promise<string | undefined> {
  const present = installed();
  if (present !== undefined || (!retry && vendorFailedAt() !== undefined)) return present;
  return withLock(join(home, '.holdfast.lock'), 'downloading Electron', async () => {
    if (installed() !== undefined) return installed();
    say(`downloading Electron ${vendorVersion()} from its vendor (about 115 MB, once) …`);
    const installer = join(
      dirname(createRequire(import.meta.url).resolve('electron/package.json')),
      'install.js',
    );
    const result = await exec(process.execPath, [installer], { capture: true, timeout: 15 * 60_000 });
    const executable = installed();
    if (executable === undefined) {
      const reason = /^(?:\w*Error|cause|.*(?:ENOTFOUND|ECONN|ETIMEDOUT|EAI_AGAIN)).*$/mu.exec(result.output);
      mkdirSync(cacheDir(), { recursive: true });
      writeFileSync(failureMark(), result.output);
      say(`that download failed (${reason?.[0].trim() ?? `status ${result.status}`})`);
      return undefined;
    }
    rmSync(failureMark(), { force: true });
    return executable;
  });
}
