import { marksText } from '../../evidence/forms/timeline-export.ts';
import type { JsonObject, LinkedEntry } from '../standards/record-writer.ts';
import { signerId } from './identity.ts';
import { type StixMaker, inRecord } from './stix-object.ts';

/** Entries in which somebody says something about the incident; the others are how the record itself came about. */
export const NOTE_KINDS: ReadonlySet<string> = new Set([
  'note',
  'correction',
  'imported',
  'fact',
  'extent',
  'citation',
  'log-finding',
  'coverage',
  'action',
  'action-result',
  'call',
  'notice',
]);

export const noteId = (make: StixMaker, entry: string): string => make.id('note', entry);

/**
 * An entry as a note (STIX 2.1 errata 01 §4.13). What later entries say about it stands in front of its text, and is a new
 * version of it.
 * @param about ids of what it is about, at least one
 */
export function note(make: StixMaker, { view, changed }: LinkedEntry, about: readonly string[]): JsonObject {
  const marks = marksText(view);
  return make.domain(
    'note',
    { seed: view.id, created: view.recorded, modified: changed, by: signerId(make, view.author.id) },
    {
      abstract: `${view.kind}${whenText(view)}`,
      content: marks === '' ? view.text : `[${marks}] ${view.text}`,
      object_refs: [...new Set(about)],
      labels: view.tags,
      external_references: [inRecord(view.id)],
    },
  );
}

/** A note has no time of what it tells. */
function whenText({ occurred }: LinkedEntry['view']): string {
  if (occurred === null) return '';
  const { utc, until, precision, zone } = occurred;
  return `, occurred ${until === undefined ? utc : `${utc} to ${until}`} (${precision}, zone ${zone})`;
}
