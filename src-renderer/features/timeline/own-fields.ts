import type { EntryView } from '../../../src-main/contract/entry.ts';
import { preview } from '../../format/cut.ts';
import { visibleText } from '../../format/visible.ts';

/** Fields that every entry has and the pane shows in their own places. */
const COMMON = new Set([
  'id',
  'number',
  'kind',
  'author',
  'writer',
  'n',
  'parents',
  'recorded',
  'occurred',
  'phase',
  'text',
  'tags',
  'exhibit',
  'exhibits',
  'corrects',
  'correctedBy',
  'correctedDifferently',
  'withheldBy',
]);

function shownValue(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return visibleText(preview(text, 12, 600).text);
}

/** The fields of an entry's own kind, also those that a newer program wrote: nothing of a record is hidden. */
export function ownFields(entry: EntryView): readonly (readonly [string, string])[] {
  return Object.entries(entry)
    .filter(([name, value]) => !COMMON.has(name) && value !== null && value !== undefined && value !== '')
    .map(([name, value]) => [name.replaceAll(/[_-]/g, ' '), shownValue(value)] as const);
}
