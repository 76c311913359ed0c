import { type Entry, textField } from '../domain/entry.ts';
import { FIRST_PHASE } from '../domain/phase.ts';
import type { RecordSource } from './record-source.ts';

/** What later entries say about an entry, looked up once for a whole list. */
export interface Marks {
  /** The phase that the incident was in at an entry's place in the order. */
  phaseAt(number: number): string;
  /** Ids of the corrections that a note reads like now, oldest first; several stand beside each other after a merge. */
  correctionsOf(note: string): readonly string[];
  /** Labels of the exhibits that are linked to an entry. */
  exhibitsOf(entry: string): readonly string[];
  /** Ids of the entries that withheld a field of it. */
  withheldBy(entry: string): readonly string[];
}

export function marksOf(source: Omit<RecordSource, 'founder' | 'authorOf' | 'claimsAbout'>): Marks {
  const phases = source.aboutOfKind('phase');
  const corrections = new Map<string, string[]>();
  for (const { slot, entry } of source.standingUnder('correction/')) {
    const note = slot.slice('correction/'.length);
    corrections.set(note, [...(corrections.get(note) ?? []), entry]);
  }
  // Most entries have no links: only those that have are asked about.
  const linked = new Set(source.aboutOfKind('attachment').map(({ about }) => about));
  const withheld = new Set(source.aboutOfKind('withholding').map(({ about }) => about));
  const about = (entry: string, kind: string): Entry[] =>
    source.entriesAbout(entry, kind).map((row) => source.entryWithId(row.entry));
  return {
    phaseAt: (number) => phases.findLast((phase) => phase.number <= number)?.about ?? FIRST_PHASE,
    correctionsOf: (note) => corrections.get(note) ?? [],
    exhibitsOf: (entry) =>
      linked.has(entry) ? about(entry, 'attachment').flatMap((link) => textField(link, 'exhibit') ?? []) : [],
    withheldBy: (entry) => (withheld.has(entry) ? about(entry, 'withholding').map(({ id }) => id) : []),
  };
}
