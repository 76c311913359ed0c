/** An instant with all its digits. */
export interface ExactTime {
  /** ms since 1970 UTC. */
  readonly ms: number;
  /** Nanoseconds below the millisecond: 0 to 999,999. */
  readonly nanos: number;
}

export type FieldValue = string | number | readonly string[];

/** One thing that happened, in the words that tools for timelines share. */
export interface TimelineEvent {
  /** null where nobody knows. */
  readonly at: ExactTime | null;
  /** IANA name or fixed offset of the place where it happened. */
  readonly zone: string;
  /** What the time means: `Occurred`, `Recorded`, `Logged`. */
  readonly meaning: string;
  readonly message: string;
  /** Plaso's short and long name of the kind of source. */
  readonly source: string;
  readonly sourceLong: string;
  readonly parser: string;
  /** Where it stands: a file, an exhibit, a case. */
  readonly displayName: string;
  readonly tags: readonly string[];
  /** Further fields by name. None begins with `_`: Timesketch removes some of those. */
  readonly fields: Readonly<Record<string, FieldValue>>;
}

export type InterchangeFormat = 'timesketch-jsonl' | 'timesketch-csv' | 'plaso';

/** What became of events that were handed to a writer. */
export interface Counts {
  written: number;
  /** Left out: no time. */
  undated: number;
  /** Left out: a time that the other tool cannot hold. */
  outside: number;
  /** Of the written: a text was longer than `LONGEST`, and its beginning was written. */
  shortened: number;
}

/** How one format writes. */
export interface RowFormat {
  readonly begin: string;
  /** Whether it has room for an instant. */
  readonly holds: (at: ExactTime) => boolean;
  /** With its end of line. */
  readonly row: (event: TimelineEvent, at: ExactTime) => string;
}
