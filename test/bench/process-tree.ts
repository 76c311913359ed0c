import { readFileSync, readdirSync } from 'node:fs';

interface Stat {
  readonly pid: number;
  readonly parent: number;
  /** Processor time, in ticks (USER_HZ is 100 on Linux). */
  readonly ticks: number;
}

/** A process and all that it started, as they are now. */
function familyOf(root: number): Stat[] {
  const stats = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name): Stat[] => {
      try {
        const text = readFileSync(`/proc/${name}/stat`, 'utf8');
        const rest = text.slice(text.lastIndexOf(')') + 2).split(' ');
        return [{ pid: Number(name), parent: Number(rest[1]), ticks: Number(rest[11]) + Number(rest[12]) }];
      } catch {
        // A process that ended while we looked used nothing more.
        return [];
      }
    });
  const family = new Set([root]);
  for (let grew = true; grew;) {
    const more = stats.filter(({ pid, parent }) => family.has(parent) && !family.has(pid));
    for (const { pid } of more) family.add(pid);
    grew = more.length > 0;
  }
  return stats.filter(({ pid }) => family.has(pid));
}

/** Processor time of a process and all that it started, in ticks of 10 ms. */
export const ticksOf = (root: number): number => familyOf(root).reduce((sum, { ticks }) => sum + ticks, 0);

/** Bytes that they hold in memory (VmRSS); what they share counts for each. */
export const memoryOf = (root: number): number =>
  familyOf(root).reduce((sum, { pid }) => sum + residentOf(pid), 0);

function residentOf(pid: number): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    // Ended meanwhile.
    return 0;
  }
}
