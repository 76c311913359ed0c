import { CaseError } from '../../domain/errors.ts';
import { sameName } from '../../domain/same-name.ts';

/** A text as it was given: undefined keeps what stood, an empty one takes it away. */
export type Given = string | undefined;

/** What is said now: `given`, or what stood before it. */
export function saidAnew(given: Given, stood: string | undefined): string | undefined {
  const text = given === undefined ? stood : given.trim();
  return text === '' ? undefined : text;
}

/** @throws CaseError `wrong-use` where nothing is left */
export function required(value: string | undefined, reason: string): string {
  if (value === undefined) throw new CaseError('wrong-use', { reason });
  return value;
}

/**
 * The one of a list that a person means: by its id, by what it is called, or by a unique beginning of its id.
 * @throws CaseError `wrong-use` where several fit
 */
export function meant<Item extends { readonly id: string; readonly title: string }>(
  items: readonly Item[],
  typed: string,
): Item | undefined {
  const text = typed.trim();
  const exact =
    items.find(({ id }) => id === text) ?? items.find(({ title }) => sameName(title, text)) ?? undefined;
  if (exact !== undefined || text === '') return exact;
  const fitting = items.filter(({ id }) => id.startsWith(text));
  if (fitting.length > 1) {
    const ids = fitting.map(({ id }) => id).join(', ');
    throw new CaseError('wrong-use', { reason: `“${text}” fits several: ${ids}. Give more of it.` });
  }
  return fitting[0];
}
