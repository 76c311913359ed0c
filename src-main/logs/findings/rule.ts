import type { Detector } from './detector.ts';

/** One thing that is worth looking at in logs. A rule is data: what it does is done by its detector. */
export interface Rule {
  /** Part of the ids of its findings: stays the same for ever. */
  readonly id: string;
  readonly title: string;
  /** Why it matters. */
  readonly why: string;
  /** What to check next. */
  readonly next: string;
  /** What it often is instead. */
  readonly falsePositives: string;
  /** Ids of MITRE ATT&CK techniques. */
  readonly attack: readonly string[];
  /** Ids of the readers whose rows it looks at. */
  readonly formats: readonly string[];
  readonly detector: Detector;
}

/** `"a" OR "b"`, or each in another form. */
export const oneOf = (words: readonly string[], form = (word: string): string => `"${word}"`): string =>
  words.map((word) => form(word)).join(' OR ');

/** Readers whose rows are requests to a web server; tables and JSON where somebody said which column is which. */
export const WEB: readonly string[] = [
  'iis-w3c',
  'iis-native',
  'clf',
  'cloudflare',
  'fusionreactor',
  'jsonl',
  'csv',
];
/** Readers of the Windows event log. */
export const EVENTS: readonly string[] = ['evtx', 'evtx-xml'];
/** Readers of packets that a firewall let through or dropped. */
export const PACKETS: readonly string[] = ['pfirewall', 'netfilter'];

/** Rows of FusionReactor's JDBC log hold the statements that the shop means, and are no requests. */
export const NO_STATEMENTS = 'NOT action:METRIC NOT action:NOTIFICATION NOT action:REMINDER';
