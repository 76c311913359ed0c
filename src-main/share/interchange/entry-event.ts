import type { EntryView } from '../../casework/entry-view.ts';
import { type ExportHead, instantOf, marksText } from '../../evidence/forms/timeline-export.ts';
import type { FieldValue, TimelineEvent } from './event.ts';

/** Further fields of an entry, in the order of a table. */
export const entryFields = [
  'data_type',
  'kind',
  'phase',
  'author',
  'author_trust',
  'occurred',
  'occurred_until',
  'occurred_zone',
  'occurred_precision',
  'occurred_typed',
  'recorded',
  'holdfast_exhibit',
  'corrects',
  'corrected_by',
  'withheld_by',
  'holdfast_entry',
  'holdfast_number',
  'holdfast_case',
  'holdfast_case_id',
  'holdfast_fingerprint',
] as const;

/**
 * An entry as one event. Its time is the one that orders the list; the other one is a field beside it, so that an entry is
 * one row and not two. What later entries say about it stands in front of its text, where nobody overlooks it.
 */
export function entryEvent(head: ExportHead, view: EntryView): TimelineEvent {
  const { occurred } = view;
  const isOccurred = head.by === 'occurred' && occurred !== null;
  const marks = marksText(view);
  const fields: Record<string, FieldValue> = {};
  const add = (name: (typeof entryFields)[number], value: unknown): void => {
    if (typeof value === 'string' || typeof value === 'number') fields[name] = value;
    else if (Array.isArray(value) && value.length > 0) fields[name] = value.map(String);
  };
  add('data_type', 'holdfast:entry');
  add('kind', view.kind);
  add('phase', view.phase);
  add('author', view.author.name);
  add('author_trust', view.author.trust);
  add('occurred', occurred?.utc);
  add('occurred_until', occurred?.until);
  add('occurred_zone', occurred?.zone);
  add('occurred_precision', occurred?.precision);
  add('occurred_typed', occurred?.typed);
  add('recorded', view.recorded);
  add('holdfast_exhibit', view['exhibits'] ?? view['exhibit']);
  add('corrects', view.corrects);
  add('corrected_by', view['correctedDifferently'] ?? view.correctedBy);
  add('withheld_by', view['withheldBy']);
  add('holdfast_entry', view.id);
  add('holdfast_number', view.number);
  add('holdfast_case', head.caseTitle);
  add('holdfast_case_id', head.caseId);
  add('holdfast_fingerprint', head.fingerprint);
  return {
    at: { ms: Date.parse(instantOf(head, view)), nanos: 0 },
    zone: isOccurred ? occurred.zone : head.zone,
    meaning: isOccurred ? meaningOf(occurred) : 'Recorded',
    message: marks === '' ? view.text : `[${marks}] ${view.text}`,
    source: 'HOLDFAST',
    sourceLong: 'Holdfast case timeline',
    parser: `holdfast/${view.kind}`,
    displayName: head.caseTitle,
    tags: view.tags,
    fields,
  };
}

/** An instant that is a range or a guess must not look like an exact one. */
function meaningOf({ until, precision }: NonNullable<EntryView['occurred']>): string {
  if (until !== undefined) return 'Occurred (start of a range)';
  if (precision === 'day') return 'Occurred (some time that day)';
  return precision === 'approximate' || precision === 'hour' ? 'Occurred (about)' : 'Occurred';
}
