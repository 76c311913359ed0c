import type { PowerMonitor } from 'electron';
import type { Windows } from './windows.ts';

/**
 * Threat: a laptop that sleeps, or whose person walked away, keeps the keys of open cases in memory (and writes memory
 * to disk when it hibernates). So suspend locks every case, and so does a locked screen, but where a job runs: there the
 * page draws a curtain until the job is done. Linux tells of suspend only: which of its
 * desktops locks the screen cannot be heard through Electron.
 */
export function lockWhenAway(powerMonitor: PowerMonitor, windows: Windows): void {
  powerMonitor.on('suspend', () => {
    for (const window of windows.all()) void window.lockFor('suspend');
  });
  powerMonitor.on('lock-screen', () => {
    for (const window of windows.all()) void window.hideFor('screen-lock');
  });
}
