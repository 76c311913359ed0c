import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, rmdirSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Only root may mount; elsewhere the tests that need a disk of a given size are skipped and say so. */
export const mayMount = process.platform === 'linux' && process.getuid?.() === 0 && tryMount();

export interface SmallDisk {
  readonly folder: string;
  path(name: string): string;
  /** Takes all free space but for about `leave` bytes. */
  fill(leave?: number): void;
  /** Gives the space back. */
  free(): void;
  remove(): void;
}

/** A file system of its own, in memory. @param size bytes */
export function smallDisk(size: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-disk-'));
  const done = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'holdfast-test', folder]);
  if (done.status !== 0) throw new Error(`mount: ${done.stderr.toString()}`);
  const ballast = join(folder, '.ballast');
  return {
    folder,
    path: (name) => join(folder, name),
    fill(leave = 0) {
      const file = openSync(ballast, 'w');
      const piece = Buffer.alloc(4096);
      try {
        for (;;) writeSync(file, piece);
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
      } finally {
        closeSync(file);
      }
      if (leave > 0) spawnSync('truncate', ['-s', `-${leave}`, ballast]);
    },
    free: () => rmSync(ballast, { force: true }),
    remove() {
      const unmounted = spawnSync('umount', [folder]);
      if (unmounted.status !== 0) throw new Error(`umount: ${unmounted.stderr.toString()}`);
      rmdirSync(folder);
    },
  };
}

function tryMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-disk-'));
  const mounted =
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=65536', 'holdfast-test', folder]).status === 0;
  if (mounted) spawnSync('umount', [folder]);
  rmdirSync(folder);
  return mounted;
}
