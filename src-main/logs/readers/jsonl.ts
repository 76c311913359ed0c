import { Buffer } from 'node:buffer';
import { readText } from '../reading/encoding.ts';
import { localTime } from '../reading/local-time.ts';
import type { Given, LogReader, RowSink, Sample } from '../reading/reader.ts';
import { Stamp } from '../reading/stamp.ts';
import { anyStamp } from './any-stamp.ts';
import { taskOf } from './column-uses.ts';
import { guessUses } from './guess-uses.ts';
import { type TaskOfKey, jsonCutter, jsonFields } from './json-rows.ts';
import { jsonSample } from './json-sample.ts';

/** JSON Lines, or an array of objects, of any program: keys are used by their names, or as the person said. */
export const jsonl: LogReader = { id: 'jsonl', detect, open, fields: jsonFields };

function detect(sample: Sample): ReturnType<LogReader['detect']> {
  const { rows, share } = jsonSample(sample);
  if (rows.length === 0) return null;
  const columns = [...new Set(rows.flatMap((row) => row.map(({ name }) => name)))];
  const uses = guessUses(columns);
  const isLocal = rows.some((row) =>
    row.some(({ name, value }) => uses[name] === 'time' && isLocalTime(value)),
  );
  return { certainty: 0.7 * share, asks: { columns, ...(isLocal ? { zone: true } : {}) } };
}

/** Whether a value is a time that does not say its zone. */
export function isLocalTime(value: string): boolean {
  const [bytes, stamp] = [Buffer.from(value), new Stamp()];
  return anyStamp(bytes, 0, bytes.length, 'day-first', stamp) && Number.isNaN(stamp.offset);
}

function open({ columns, zone }: Given, sink: RowSink): ReturnType<LogReader['open']> {
  const local = zone === null ? null : localTime(zone);
  const isSaid = Object.keys(columns).length > 0;
  const tasks: TaskOfKey = isSaid ? (key) => taskOf(columns[key]) : guessing();
  return readText((head) => jsonCutter(head, sink, tasks, local));
}

/** Guesses by the keys of the first row, and of keys that come later what is still free. */
function guessing(): TaskOfKey {
  const known = new Set<string>();
  let uses: ReturnType<typeof guessUses> = {};
  return (key, keys) => {
    if (known.size === 0) for (const other of keys()) known.add(other);
    if (Object.keys(uses).length === 0 || !known.has(key)) {
      known.add(key);
      uses = guessUses([...known].slice(0, 1000));
    }
    return taskOf(uses[key]);
  };
}
