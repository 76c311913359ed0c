import type { EntryView } from '../../../src-main/contract/entry.ts';
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
  if (typeof exhibit === 'string' && exhibit !== '') return exhibit;
  // An entry that registers evidence starts its sentence with the label.
  return entry.kind === 'evidence' ? (/^EV-[A-Z]*\d+/.exec(entry.text)?.[0] ?? null) : null;
}
