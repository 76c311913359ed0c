import type { RowFormat } from './event.ts';
import { fitsNanoseconds, microsecondsText, zonedTimeText } from './exact-time.ts';

/** What ends a line for some readers of Python, and not in JSON. */
const LINE_ENDS = /[\u007F-\u009F\u2028\u2029]/g;

/**
 * JSON lines as Timesketch takes them, from its documentation: `message`, `datetime`, `timestamp_desc` in each row, and
 * `timestamp`, without which it would compute one with rounded numbers.
 */
export const timesketchJsonl: RowFormat = {
  begin: '',
  holds: fitsNanoseconds,
  row(event, at) {
    const rest = JSON.stringify({
      message: event.message,
      datetime: zonedTimeText(at, event.zone),
      timestamp_desc: event.meaning,
      tag: event.tags,
      source_short: event.source,
      source_long: event.sourceLong,
      parser: event.parser,
      display_name: event.displayName,
      ...event.fields,
    }).replace(LINE_ENDS, (mark) => String.raw`\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
    return `{"timestamp":${microsecondsText(at)},${rest.slice(1)}\n`;
  },
};
