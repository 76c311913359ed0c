import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/** Where systems connect disks that are carried about. */
const CARRIED = /^\/(media|run\/media|Volumes)\/./u;

/**
 * Whether a folder lies on a disk that is carried about, as far as the system tells; false where it does not.
 * @param system the root of the system's own files; another one in tests
 */
export function isRemovable(folder: string, system = '/'): boolean {
  const place = resolved(folder);
  if (CARRIED.test(place)) return true;
  if (process.platform !== 'linux') return false;
  const device = deviceOf(place, system);
  if (device === null) return false;
  const block = resolved(join(system, 'sys/dev/block', device));
  // A partition says nothing itself: its disk does.
  return [block, join(block, '..')].some((at) => readText(join(at, 'removable'))?.trim() === '1');
}

/** `MAJOR:MINOR` of the volume that a folder lies on (proc_pid_mountinfo(5): id, parent, device, root, mount point). */
function deviceOf(place: string, system: string): string | null {
  let longest = '';
  let device: string | null = null;
  for (const line of (readText(join(system, 'proc/self/mountinfo')) ?? '').split('\n')) {
    const [, , numbers, , escaped] = line.split(' ');
    if (numbers === undefined || escaped === undefined) continue;
    const point = escaped.replace(/\\([0-7]{3})/gu, (_, octal: string) =>
      String.fromCharCode(Number.parseInt(octal, 8)),
    );
    const below = point === '/' || place === point || place.startsWith(`${point}/`);
    if (!below || point.length < longest.length) continue;
    longest = point;
    device = numbers;
  }
  return device;
}

function resolved(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    // It is not there: what wants to write there says so.
    return folder;
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // Not there, or not for this account: nothing is known.
    return null;
  }
}
