import { en } from '../../strings/en.ts';
import { type ItemField, type PlanItem, numberIn, objectIn, withValue } from './plan-item.ts';

const text = en.planEditor.fields;

const partOf = (item: PlanItem, name: string, part: string): string => {
  const value = objectIn(item[name])[part];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

const ANCHORS = ['detected', 'suspected', 'ended', 'phase'] as const;

/** From when a step has how many minutes. */
export const stepDueFields: readonly ItemField[] = [
  {
    label: text.dueFrom,
    kind: 'choice',
    empty: text.dueNone,
    options: () => ANCHORS.map((value) => ({ value, label: en.planEditor.anchors[value] })),
    read: (item) => partOf(item, 'due', 'from'),
    write: (item, from) =>
      withValue(item, 'due', from === '' ? undefined : { minutes: 60, ...objectIn(item['due']), from }),
  },
  {
    label: text.dueMinutes,
    kind: 'line',
    read: (item) => partOf(item, 'due', 'minutes'),
    write: (item, minutes) =>
      item['due'] === undefined
        ? item
        : withValue(item, 'due', { ...objectIn(item['due']), minutes: numberIn(minutes) }),
  },
];

const spanField = (unit: 'hours' | 'days', label: string, help?: string): ItemField => ({
  label,
  kind: 'line',
  ...(help === undefined ? {} : { help }),
  read: (item) => partOf(item, 'span', unit),
  write: (item, typed) => {
    const value = numberIn(typed);
    // One unit alone: a number in the other field takes the place of this one.
    if (value !== undefined) return withValue(item, 'span', { [unit]: value });
    return objectIn(item['span'])[unit] === undefined ? item : withValue(item, 'span', {});
  },
});

/** How long a deadline runs, and what meets it. */
export const deadlineFields: readonly ItemField[] = [
  spanField('hours', text.spanHours, text.spanHint),
  spanField('days', text.spanDays),
  {
    label: text.met,
    kind: 'choice',
    empty: text.metReview,
    options: ({ recipients }) => recipients.map(({ id, title }) => ({ value: id, label: title })),
    read: (item) => partOf(item, 'met', 'notice'),
    write: (item, notice) => withValue(item, 'met', notice === '' ? { review: 'approved' } : { notice }),
  },
];
