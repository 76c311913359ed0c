import type { EntryView } from '../../src-main/contract/entry.ts';
import { en } from '../strings/en.ts';
import { citedRows } from './cited-rows.ts';

/** What an entry's kind is called. */
export function kindName(kind: string): string {
  return en.entries.kinds[kind] ?? en.entries.unknownKind(kind);
}

/** The sentence of an entry; its kind where it has no text. */
export function entryText(entry: EntryView): string {
  return entry.text === '' ? en.entries.noText(kindName(entry.kind)) : entry.text;
}

/** Exhibits that an entry is about, and those that were linked to it. */
export function exhibitsOf(entry: EntryView): readonly string[] {
  const own = ownExhibit(entry);
  const cited = citedRows(entry).map(({ exhibit }) => exhibit);
  return [...new Set([...(own === null ? [] : [own]), ...cited, ...(entry.exhibits ?? [])])];
}

function ownExhibit(entry: EntryView): string | null {
  const { exhibit } = entry;
  if (typeof exhibit === 'string' && exhibit !== '') return exhibit;
  // An entry that registers evidence starts its sentence with the label.
  return entry.kind === 'evidence' ? (/^EV-[A-Z]*\d+/.exec(entry.text)?.[0] ?? null) : null;
}

/** True where an entry no longer reads as it is: another one takes its place. */
export const isStruck = (entry: EntryView): boolean => entry.correctedBy !== undefined;

/** The corrections that stand in its place; for one that stands itself, those beside it. */
export function correctionsOf(entry: EntryView): readonly string[] {
  const { correctedBy, correctedDifferently } = entry;
  if (correctedDifferently !== undefined) return correctedDifferently.filter((id) => id !== entry.id);
  return correctedBy === undefined ? [] : [correctedBy];
}

/** What a field of an entry is called. */
export function fieldName(field: string): string {
  return en.entries.fields[field] ?? field.replaceAll(/[_-]/g, ' ');
}
