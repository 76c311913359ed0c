import type { Plan } from '../../../src-main/domain/plan/plan.ts';

/** A line of a plan, with whatever else its part has. It may be faulty while somebody edits it. */
export interface PlanItem {
  readonly id: string;
  readonly title: string;
  readonly [name: string]: unknown;
}

/** How one thing that is said of an item is read into a field, and written back. */
export interface ItemField {
  readonly label: string;
  readonly kind: 'line' | 'area' | 'choice';
  readonly help?: string;
  /** Of a choice: what no choice is called, where that is one. */
  readonly empty?: string;
  readonly options?: (plan: Plan) => readonly { readonly value: string; readonly label: string }[];
  readonly read: (item: PlanItem) => string;
  readonly write: (item: PlanItem, text: string) => PlanItem;
}

/** The item with a value; without it where there is none. */
export function withValue(item: PlanItem, name: string, value: unknown): PlanItem {
  const { [name]: _, ...rest } = item;
  return (value === undefined ? rest : { ...rest, [name]: value }) as PlanItem;
}

const textIn = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

type Said = Pick<ItemField, 'label'> & Partial<Pick<ItemField, 'help'>>;

/** A text; an empty one is left out. */
export const textField = (name: string, kind: 'line' | 'area', said: Said): ItemField => ({
  ...said,
  kind,
  read: (item) => textIn(item[name]),
  write: (item, text) => withValue(item, name, text.trim() === '' ? undefined : text),
});

/** A whole number. What is none stays as it was typed, and saving says so. */
export const numberField = (name: string, said: Said): ItemField => ({
  ...said,
  kind: 'line',
  read: (item) => textIn(item[name]),
  write: (item, text) => withValue(item, name, numberIn(text)),
});

export const numberIn = (text: string): number | string | undefined => {
  const typed = text.trim();
  if (typed === '') return undefined;
  return /^\d{1,9}$/u.test(typed) ? Number(typed) : typed;
};

type Divider = '\n' | '\n\n';

const joined = (list: unknown, divider: Divider): string =>
  Array.isArray(list) ? list.map((one) => textIn(one)).join(divider) : '';

/** Undefined where nothing is left. */
function listIn(text: string, divider: Divider): readonly string[] | undefined {
  const list = text
    .split(divider === '\n' ? '\n' : /\n\s*\n/u)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return list.length === 0 ? undefined : list;
}

/** Several texts, divided by line breaks or by empty lines. */
export const listField = (name: string, divider: Divider, said: Said): ItemField => ({
  ...said,
  kind: 'area',
  read: (item) => joined(item[name], divider),
  write: (item, text) => withValue(item, name, listIn(text, divider)),
});

/** Several texts, one on each line, in one part of what is said under a name; without any part the name goes. */
export const partListField = (name: string, part: string, said: Said): ItemField => ({
  ...said,
  kind: 'area',
  read: (item) => joined(objectIn(item[name])[part], '\n'),
  write: (item, text) => {
    const { [part]: _, ...rest } = objectIn(item[name]);
    const list = listIn(text, '\n');
    const all = list === undefined ? rest : { ...rest, [part]: list };
    return withValue(item, name, Object.keys(all).length === 0 ? undefined : all);
  },
});

export const objectIn = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** One of a few words. */
export const choiceField = (
  name: string,
  said: Pick<ItemField, 'label'> & Partial<Pick<ItemField, 'empty' | 'help'>>,
  options: NonNullable<ItemField['options']>,
): ItemField => ({
  ...said,
  kind: 'choice',
  options,
  read: (item) => textIn(item[name]),
  write: (item, text) => withValue(item, name, text === '' ? undefined : text),
});

/** Yes, or nothing said. */
export const flagField = (name: string, label: string, yes: string, no: string): ItemField => ({
  label,
  kind: 'choice',
  empty: no,
  options: () => [{ value: 'yes', label: yes }],
  read: (item) => (item[name] === true ? 'yes' : ''),
  write: (item, text) => withValue(item, name, text === 'yes' ? true : undefined),
});
