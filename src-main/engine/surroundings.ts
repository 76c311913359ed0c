import { statfsSync } from 'node:fs';
import { hostname, release, type, userInfo } from 'node:os';
import { dirname } from 'node:path';
import type { Surroundings } from '../casework/session.ts';
import type { EngineHost } from './host.ts';

/** `f_type` of statfs(2), linux/magic.h: volumes that deserve a notice. */
const NETWORK = new Set([0x6969, 0xff534d42, 0xfe534d42, 0x517b, 0x65735546, 0x01021997]);
const FAT = new Set([0x4d44, 0x2011bab0]);

export type VolumeKind = 'local' | 'network' | 'fat' | 'unknown';

/** What kind of volume a file lies on, as far as the system tells. */
function volumeOf(path: string): VolumeKind {
  if (process.platform !== 'linux') return 'unknown';
  try {
    const { type: magic } = statfsSync(dirname(path));
    if (NETWORK.has(magic)) return 'network';
    return FAT.has(magic) ? 'fat' : 'local';
  } catch {
    // Only a remark in the record; that the place cannot be asked is an answer too.
    return 'unknown';
  }
}

export function surroundings(host: EngineHost, path: string): Surroundings {
  return {
    version: host.version,
    programHash: host.programHash,
    os: `${type()} ${release()} ${process.arch}`,
    volume: volumeOf(path),
  };
}

/** Account name and computer name: what an author is called where nobody chose. */
export function device(): { osUser: string; device: string } {
  let osUser = 'responder';
  try {
    osUser = userInfo().username || osUser;
  } catch {
    // An account without a name entry (containers): the neutral word stands.
  }
  return { osUser, device: hostname() || 'unnamed device' };
}

/** A calm sentence about a place that deserves care, or null. */
export function placeNotice(path: string): string | null {
  switch (volumeOf(path)) {
    case 'network':
      return 'This case lies on a network drive. It is safer to work on a copy on this laptop and to bring it back later.';
    case 'fat':
      return 'This case lies on a FAT volume, which can lose a file when it is unplugged. It is safer to work on a copy on this laptop.';
    default:
      return null;
  }
}
