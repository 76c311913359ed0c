import type { Entry } from '../../domain/entry.ts';
import type { FieldsOf } from '../../domain/kinds/index.ts';
import { append, step } from '../append.ts';
import { filled } from '../given-text.ts';
import type { WritingSession } from '../session.ts';

export type CitedRow = FieldsOf<'citation'>['rows'][number];

export interface NewCitation {
  readonly rows: readonly CitedRow[];
  readonly remark: string | undefined;
  /** Id of the rule's finding. */
  readonly finding: string | undefined;
}

/** Bytes of a row's text that an entry keeps; all of it stands in the exhibit. */
const LONGEST = 16 * 1024;

/** Rows of logs become an entry of the timeline, at the time of the first of them. */
export function recordCitation(session: WritingSession, given: NewCitation): Entry {
  const times = given.rows.flatMap((row) => correctedTime(row) ?? []).toSorted((a, b) => a - b);
  const [first, last] = [times.at(0), times.at(-1)];
  const utc = (ms: number): string => new Date(ms).toISOString();
  const occurred =
    first === undefined || last === undefined
      ? undefined
      : {
          utc: utc(first),
          ...(last > first ? { until: utc(last) } : {}),
          zone: 'UTC',
          precision: last > first ? ('range' as const) : ('second' as const),
          typed: given.rows.find((row) => correctedTime(row) === first)?.time ?? utc(first),
        };
  return step(session, () =>
    append(session, 'citation', {
      remark: filled(given.remark),
      rows: given.rows.map((row) => clipped(row)),
      finding: given.finding,
      occurred,
    }),
  );
}

/** ms since 1970 UTC, with the clock corrected; null without a time, or outside of the years that the record holds. */
function correctedTime({ time, clock_offset: offset = 0 }: CitedRow): number | null {
  if (time === undefined) return null;
  const ms = Date.parse(time.replace(/(\.\d{3})\d+Z$/, '$1Z')) - offset * 1000;
  return ms >= Date.UTC(1000, 0) && ms < Date.UTC(10_000, 0) ? ms : null;
}

function clipped(row: CitedRow): CitedRow {
  const bytes = Buffer.from(row.text);
  if (bytes.length <= LONGEST) return row;
  const text = bytes.toString('utf8', 0, LONGEST).replace(/\uFFFD+$/, '');
  return { ...row, text, clipped: true };
}
