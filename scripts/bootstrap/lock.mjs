import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './say.mjs';

/** When the process began, in clock ticks since boot: tells a holder from a stranger that reuses its number. */
function startTicks(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function isAlive({ pid, ticks }) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  return ticks === null || ticks === startTicks(pid);
}

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null; // Gone, or its holder died between creating and writing it.
  }
}

const identity = (pid) => ({ pid, ticks: startTicks(pid) });

/** Another machine's processes (a shared folder) cannot be judged from here; the wait below has an end. */
const isHeld = ({ host, processes }) => host !== hostname() || processes.some(isAlive);

const held = new Set();

/**
 * A child that changes what the lock protects keeps it held until it ends, even when this process is killed and the
 * child is not.
 */
export function heldByChildToo(pid) {
  for (const path of held) {
    const lock = { host: hostname(), processes: [identity(process.pid), identity(pid)] };
    writeFileSync(`${path}.${process.pid}`, JSON.stringify(lock));
    renameSync(`${path}.${process.pid}`, path);
  }
}

function tryTake(path) {
  const me = { host: hostname(), processes: [identity(process.pid)] };
  try {
    writeFileSync(path, JSON.stringify(me), { flag: 'wx' });
    held.add(path);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') {
      return false;
    }
    throw error;
  }
}

/**
 * Runs `work` while no other process does, on this path. A lock whose process is gone is taken over: it is moved away
 * first, so that of two that find it stale only one wins.
 */
export async function withLock(path, what, work) {
  mkdirSync(dirname(path), { recursive: true });
  const deadline = Date.now() + 30 * 60_000;
  let told = false;
  let unreadable = 0;
  while (!tryTake(path)) {
    const holder = read(path);
    unreadable = holder === null ? unreadable + 1 : 0;
    if (holder === null ? unreadable > 20 : !isHeld(holder)) {
      const aside = `${path}.${process.pid}`;
      try {
        renameSync(path, aside);
        rmSync(aside, { force: true });
      } catch {
        // Another process was quicker.
      }
      continue;
    }
    if (!told && holder !== null) {
      say(`waiting for process ${holder.processes[0].pid}, which is busy with ${what}`);
      told = true;
    }
    if (Date.now() > deadline) {
      throw new Error(`${path} has been held for 30 minutes; delete it if no other Holdfast command runs`);
    }
    await sleep(100);
  }
  try {
    return await work();
  } finally {
    held.delete(path);
    rmSync(path, { force: true });
  }
}
