import type { PowerMonitor } from 'electron';
import type { Windows } from './windows.ts';

/**
 * Threat: a laptop that sleeps, or whose person walked away, keeps the keys of open cases in memory (and writes memory
 * to disk when it hibernates). So suspend and screen lock lock every case. Linux tells of suspend only: which of its
 * desktops locks the screen cannot be heard through Electron.
 */
export function lockWhenAway(powerMonitor: PowerMonitor, windows: Windows): void {
  const lockAll = (why: 'suspend' | 'screen-lock'): void => {
    for (const window of windows.all()) void window.lockFor(why);
  };
  powerMonitor.on('suspend', () => lockAll('suspend'));
  powerMonitor.on('lock-screen', () => lockAll('screen-lock'));
}
