import { hideCase } from './curtain.ts';
import { loadSettings, useSettings } from './settings.ts';

const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
const MINUTE = 60_000;

/** When somebody last touched this window, ms of a clock that no change of the system time moves. */
let touched = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Milliseconds without a sign after which the case goes out of sight; 0 = never. */
const limit = (): number => (useSettings.getState().shown?.settings.lockAfter ?? 0) * MINUTE;

function look(): void {
  timer = undefined;
  const after = limit();
  if (after === 0) return;
  const left = touched + after - performance.now();
  if (left > 0) {
    timer = setTimeout(look, left);
    return;
  }
  void hideCase('idle');
}

function sign(): void {
  touched = performance.now();
  if (timer === undefined) look();
}

/** Hides the case when nobody has touched key, mouse or wheel in this window for as long as the settings say. */
export function watchIdle(): void {
  for (const name of SIGNS) addEventListener(name, sign, { capture: true, passive: true });
  // Another limit counts from the last sign, too.
  useSettings.subscribe(() => {
    clearTimeout(timer);
    look();
  });
  touched = performance.now();
  void loadSettings();
}
