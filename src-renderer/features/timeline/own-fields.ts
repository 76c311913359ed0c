import type { EntryView } from '../../../src-main/contract/entry.ts';
import { preview } from '../../format/cut.ts';
import { count } from '../../format/number.ts';
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

/** Of a log that was read: problems with how often, columns with what they were read as. */
function paired(value: unknown): string | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const lines = value.map((one: unknown): string | null => {
    if (typeof one !== 'object' || one === null) return null;
    const { kind, count: n, column, field } = one as Readonly<Record<string, unknown>>;
    if (typeof kind === 'string' && typeof n === 'number') {
      return `${en.logSearch.problems[kind] ?? kind}: ${count(n)}`;
    }
    return typeof column === 'string' && typeof field === 'string' ? `${column}: ${field}` : null;
  });
  return lines.includes(null) ? null : lines.join('\n');
}

function shownValue(value: unknown): string {
  const text =
    typeof value === 'string' ? value : (listed(value) ?? paired(value) ?? JSON.stringify(value) ?? '');
  return visibleText(preview(text, 12, 600).text);
}

/** Fields that the pane shows in another way. */
const SHOWN: Readonly<Record<string, ReadonlySet<string>>> = { citation: new Set(['rows']) };

/** The fields of an entry's own kind, also those that a newer program wrote: nothing of a record is hidden. */
export function ownFields(entry: EntryView): readonly (readonly [string, string])[] {
  return Object.entries(entry)
    .filter(([name]) => SHOWN[entry.kind]?.has(name) !== true)
    .filter(([name, value]) => !COMMON.has(name) && value !== null && value !== undefined && value !== '')
    .map(([name, value]) => [name.replaceAll(/[_-]/g, ' '), shownValue(value)] as const);
}
