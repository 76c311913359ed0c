import type { UtcIso } from '../brands.ts';

export type Precision = 'day' | 'hour' | 'minute' | 'second' | 'millisecond' | 'range' | 'approximate';

/** When something happened, as a person meant it (FORMAT.md §9). */
export interface Occurred {
  readonly utc: UtcIso;
  /** End of a range or of an approximation; absent for an instant. */
  readonly until?: UtcIso;
  /** IANA name or fixed offset in which it was given; output shows both this and UTC. */
  readonly zone: string;
  readonly precision: Precision;
  /** Exactly what was typed: kept through corrections and exports. */
  readonly typed: string;
}
