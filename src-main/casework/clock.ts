/** The device's time, passed in so that use cases are repeatable. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z by the device clock. */
  now(): number;
  /** Whole milliseconds since the process started; never runs backwards. */
  monotonic(): number;
  /** Where `now` comes from: `system`, or `fixed` in tests. */
  readonly source: 'system' | 'fixed';
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => Math.floor(performance.now()),
  source: 'system',
};

/** A clock that stands still at one instant, for tests (`HOLDFAST_NOW`). */
export const fixedClock = (ms: number): Clock => ({
  now: () => ms,
  // It stands still as well: otherwise every entry would find that the clock had moved.
  monotonic: () => 0,
  source: 'fixed',
});
