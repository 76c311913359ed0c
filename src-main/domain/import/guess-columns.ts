import type { ColumnField, Mapping } from './column-field.ts';

/** The names that people and tools give to columns, in lower case without spaces and marks. */
const NAMES: Readonly<Record<ColumnField, readonly string[]>> = {
  time: [
    'datetime',
    'datetimeutc',
    'timestamp',
    'time',
    'when',
    'occurred',
    'eventtime',
    'timecreated',
    'starttime',
    'zeitpunkt',
    'zeitstempel',
    'zeit',
    'uhrzeit',
    'dateandtime',
    'datumuhrzeit',
    'utc',
  ],
  date: ['date', 'day', 'datum', 'tag'],
  zone: ['zone', 'timezone', 'tz', 'zeitzone'],
  text: [
    'message',
    'event',
    'text',
    'description',
    'what',
    'note',
    'details',
    'eventdata',
    'ereignis',
    'beschreibung',
    'summary',
    'activity',
    'action',
    'entry',
    'notes',
    'timestampdesc',
  ],
  person: ['by', 'who', 'author', 'user', 'analyst', 'owner', 'person', 'wer', 'username', 'reporter'],
  source: [
    'source',
    'host',
    'system',
    'hostname',
    'computer',
    'eventhost',
    'eventsystem',
    'quelle',
    'server',
    'sourcename',
  ],
  tags: ['tags', 'label', 'labels', 'category', 'kategorie'],
};

/** Fields of which one column is enough: a second one would be another time, or another person. */
const ONCE: ReadonlySet<ColumnField> = new Set(['time', 'date', 'zone', 'person', 'source']);

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/**
 * What the columns probably are, by their names. A guess is shown and can be changed; where a better name for a field
 * stands further right, that one is taken.
 */
export function guessColumns(header: readonly string[]): Mapping {
  const names = header.map((name) => plain(name));
  const guesses = names.map((name) => fieldNamed(name));
  for (const field of ONCE) {
    const places = guesses.flatMap((guess, i) => (guess === field ? [i] : []));
    const rank = (i: number): number => NAMES[field].indexOf(names[i] ?? '');
    const best = places.toSorted((a, b) => rank(a) - rank(b))[0];
    for (const i of places) if (i !== best) guesses[i] = null;
  }
  // A date of its own goes with a time of day, and a column that is called date alone is the time.
  if (!guesses.includes('time')) return guesses.map((guess) => (guess === 'date' ? 'time' : guess));
  const time = names[guesses.indexOf('time')] ?? '';
  // In German `Tag` is a day, beside a whole time it is a label.
  const whole = time.includes('date') || time.includes('stamp') || time === 'utc';
  if (!whole) return guesses;
  return guesses.map((guess, i) => (guess !== 'date' ? guess : names[i] === 'tag' ? 'tags' : null));
}

function fieldNamed(name: string): ColumnField | null {
  for (const [field, names] of Object.entries(NAMES)) if (names.includes(name)) return field as ColumnField;
  return null;
}
