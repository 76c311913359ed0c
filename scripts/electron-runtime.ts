import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { say } from './bootstrap/say.mjs';
import {
  developmentIsPossible,
  developmentVersion,
  ensureDevelopmentRuntime,
} from './electron/development.ts';
import { ensureDriver } from './electron/driver.ts';
import { ensureVendorRuntime, vendorFailedAt, vendorVersion } from './electron/vendor.ts';

export interface ElectronRuntime {
  readonly executablePath: string;
  /** Folder of the executable: `electronDist` for the packager, ELECTRON_OVERRIDE_DIST_PATH for require('electron'). */
  readonly distPath: string;
  readonly version: string;
  /** `development`: an older Electron out of the npm registry, never to be released. */
  readonly kind: 'vendor' | 'development';
  /** The driver that this runtime needs, where the prebuilt one does not fit; for env HOLDFAST_NATIVE_BINDING. */
  readonly nativeBinding: string | null;
}

/** The first Electron whose Node has Node-API 10, which the prebuilt driver needs. */
const firstWithNodeApi10 = 36;

/** An Electron that lies somewhere on this machine. Only the pinned version is the one that ships. */
async function fromEnvironment(distPath: string): Promise<ElectronRuntime> {
  const names = ['electron', 'electron.exe', 'Electron.app/Contents/MacOS/Electron'];
  const name = names.find((candidate) => existsSync(join(distPath, candidate)));
  if (name === undefined) {
    throw new Error(`ELECTRON_OVERRIDE_DIST_PATH is ${distPath}, but no Electron lies there`);
  }
  const version = readFileSync(join(distPath, 'version'), 'utf8').replace(/^v/u, '').trim();
  return {
    executablePath: join(distPath, name),
    distPath,
    version,
    kind: version === vendorVersion() ? 'vendor' : 'development',
    nativeBinding: Number.parseInt(version, 10) < firstWithNodeApi10 ? await ensureDriver() : null,
  };
}

async function development(): Promise<ElectronRuntime> {
  if (!developmentIsPossible()) {
    throw new Error(
      `Electron ${vendorVersion()} could not be downloaded, and there is no development runtime for ` +
        `${process.platform}-${process.arch}. Download it elsewhere and set ELECTRON_OVERRIDE_DIST_PATH to its folder.`,
    );
  }
  const distPath = await ensureDevelopmentRuntime();
  return {
    executablePath: join(distPath, 'electron'),
    distPath,
    version: developmentVersion,
    kind: 'development',
    nativeBinding: await ensureDriver(),
  };
}

/**
 * The Electron to run: the one its vendor builds where it can be had, else the development runtime.
 * HOLDFAST_ELECTRON=vendor tries the download again now; HOLDFAST_ELECTRON=development does not try it.
 */
export async function electronRuntime(): Promise<ElectronRuntime> {
  const { ELECTRON_OVERRIDE_DIST_PATH, HOLDFAST_ELECTRON } = process.env;
  if (ELECTRON_OVERRIDE_DIST_PATH !== undefined && HOLDFAST_ELECTRON === undefined) {
    return fromEnvironment(ELECTRON_OVERRIDE_DIST_PATH);
  }
  if (HOLDFAST_ELECTRON !== 'development') {
    const executablePath = await ensureVendorRuntime(HOLDFAST_ELECTRON === 'vendor');
    if (executablePath !== undefined) {
      const distPath = dirname(executablePath);
      return { executablePath, distPath, version: vendorVersion(), kind: 'vendor', nativeBinding: null };
    }
  }
  return development();
}

/** One or two lines: which Electron runs, and when it is not the one that ships, why. */
export function announce(runtime: ElectronRuntime): void {
  if (runtime.kind === 'vendor') {
    say(`Electron ${runtime.version}`);
    return;
  }
  const failed = vendorFailedAt();
  const why =
    failed === undefined
      ? 'asked for by the environment'
      : `${vendorVersion()} could not be downloaded on ${failed.toISOString().slice(0, 10)}; ` +
        'HOLDFAST_ELECTRON=vendor tries again';
  say(`development runtime, Electron ${runtime.version}, for development only (${why})`);
}

/** The environment of a program that starts this Electron. */
export function runtimeEnvironment(runtime: ElectronRuntime): Record<string, string> {
  return {
    ELECTRON_OVERRIDE_DIST_PATH: runtime.distPath,
    ...(runtime.nativeBinding === null ? {} : { HOLDFAST_NATIVE_BINDING: runtime.nativeBinding }),
  };
}

/** Chromium's sandbox refuses to work for root, who is found in containers only. Never a switch of the product. */
export const rootSwitches: readonly string[] =
  process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
