import type { InterchangeFormat } from '../contract/interchange.ts';

/** Timesketch goes by the ending of a file's name. */
export const interchangeEndings = {
  'timesketch-jsonl': 'jsonl',
  'timesketch-csv': 'csv',
  plaso: 'csv',
} as const satisfies Readonly<Record<InterchangeFormat, string>>;
