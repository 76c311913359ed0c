import type { EvidenceType, Exhibit, Said } from '../../../src-main/contract/evidence.ts';
import { detailsFor, viewName } from '../../../src-main/domain/exhibit-details.ts';

export type SaidName = keyof Said;
/** What stands in the fields of a form, as typed. */
export type SaidValues = Readonly<Partial<Record<SaidName, string>>>;

/** The fields that matter for a kind, in the order of asking. */
export const saidNames = (type: EvidenceType, withFile: boolean): readonly SaidName[] =>
  detailsFor(type, withFile).map((name) => viewName(name) as SaidName);

/** The same for an exhibit, with its new label where another one has its number. */
export const namesOf = ({ type, mode, missing, label }: Exhibit): readonly SaidName[] => [
  ...(missing.includes('label') || label !== undefined ? (['label'] as const) : []),
  ...saidNames(type, mode !== 'none'),
];

const offsetOf = (typed: string): number | null => {
  const text = typed.trim().replace('\u2212', '-');
  return /^[+-]?\d{1,9}$/.test(text) ? Number(text) : null;
};

/** True where something was typed that is no number of seconds. */
export const offsetIsWrong = (values: SaidValues): boolean => {
  const typed = values.clockOffset ?? '';
  return typed.trim() !== '' && offsetOf(typed) === null;
};

/** What is said, as a request holds it: empty fields, and those of another kind, are left out. */
export function saidOf(values: SaidValues, names: readonly SaidName[]): Said {
  const said: Record<string, string | number> = {};
  for (const name of names) {
    const value = (values[name] ?? '').trim();
    if (value === '') continue;
    said[name] = name === 'clockOffset' ? (offsetOf(value) ?? value) : value;
  }
  return said;
}

/** What is known of an exhibit, for being changed. A span of time is typed anew. */
export function valuesOf(exhibit: Exhibit): SaidValues {
  const { clockOffset } = exhibit;
  const values: Partial<Record<SaidName, string>> = {};
  for (const name of namesOf(exhibit)) {
    const value = name === 'covers' || name === 'clockOffset' ? undefined : exhibit[name];
    if (value !== undefined) values[name] = value;
  }
  if (clockOffset !== undefined) values.clockOffset = String(clockOffset);
  return values;
}

/** Only what differs from what stands. */
export function changedValues(before: SaidValues, now: SaidValues): SaidValues {
  const names = Object.keys(now) as SaidName[];
  return Object.fromEntries(
    names
      .filter((name) => (now[name] ?? '').trim() !== (before[name] ?? '').trim())
      .map((name) => [name, now[name]]),
  );
}
