import type { EntryView } from '../../../src-main/contract/entry.ts';
import { preview } from '../../format/cut.ts';
import { visibleText } from '../../format/visible.ts';
import { en } from '../../strings/en.ts';

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

/** A list of texts, or of things that have a title, reads as these. */
function listed(value: unknown): string | null {
  if (!Array.isArray(value)) return null;
  const texts = value.map((one: unknown): unknown =>
    typeof one === 'object' && one !== null && 'title' in one ? titled(one) : one,
  );
  return texts.every((one) => typeof one === 'string') ? texts.join('\n') : null;
}

/** A line of a gate with its answer, a step, a deadline. */
function titled(one: object & { readonly title: unknown }): unknown {
  const { title, answer, why, due } = one as Readonly<Record<string, unknown>>;
  if (typeof title !== 'string') return one;
  const words = en.plan.answers as Readonly<Record<string, string>>;
  const more = [
    typeof answer === 'string' ? (words[answer] ?? answer) : due,
    'from_record' in one ? en.plan.gateShown : undefined,
    why,
  ].filter((part) => typeof part === 'string');
  return more.length === 0 ? title : `${title}: ${more.join(', ')}`;
}

function shownValue(value: unknown): string {
  const text = typeof value === 'string' ? value : (listed(value) ?? JSON.stringify(value) ?? '');
  return visibleText(preview(text, 12, 600).text);
}

/** The fields of an entry's own kind, also those that a newer program wrote: nothing of a record is hidden. */
export function ownFields(entry: EntryView): readonly (readonly [string, string])[] {
  return Object.entries(entry)
    .filter(([name, value]) => !COMMON.has(name) && value !== null && value !== undefined && value !== '')
    .map(([name, value]) => [name.replaceAll(/[_-]/g, ' '), shownValue(value)] as const);
}
