import type { EntryView } from '../../../src-main/contract/entry.ts';
import { entryClock, instantOf } from '../../format/occurred.ts';
import { shortDay } from '../../format/time.ts';
import { visibleText } from '../../format/visible.ts';
import { zoneName } from '../../format/zone.ts';
import { count } from '../../format/number.ts';
import { preview } from '../../format/cut.ts';
import { en } from '../../strings/en.ts';

/** What an entry's kind is called. */
export function kindName(kind: string): string {
  return en.entries.kinds[kind] ?? en.entries.unknownKind(kind);
}

/** The sentence of an entry; its kind where it has no text. */
export function entryText(entry: EntryView): string {
  return entry.text === '' ? en.entries.noText(kindName(entry.kind)) : entry.text;
}

/** The exhibit that an entry is about, or null. */
export function exhibitOf(entry: EntryView): string | null {
  const { exhibit } = entry;
  return typeof exhibit === 'string' && exhibit !== '' ? exhibit : null;
}

/** How an entry is spoken: time with zone, kind, sentence, author, number. */
export function entryLabel(entry: EntryView, by: 'occurred' | 'recorded', zone: string): string {
  const at = instantOf(entry, by);
  return en.timeline.optionLabel([
    `${shortDay(at, zone)} ${entryClock(entry, by, zone)} ${zoneName(zone, at)}`,
    kindName(entry.kind),
    visibleText(preview(entryText(entry), 8, 400).text),
    entry.author.name,
    en.timeline.entryN(count(entry.number)),
  ]);
}
