import { type KindName, isKindName, kinds } from './kinds/index.ts';

/** Whether a field is left out where an export leaves personal data out (FORMAT.md §8); what nobody knows counts as personal. */
export function isPersonal(kind: string, field: string): boolean {
  if (field === 'opened') return false;
  if (!isKindName(kind)) return true;
  const known = kinds[kind satisfies KindName];
  const personal: readonly string[] = known.personal;
  return personal.includes(field) || !Object.hasOwn(known.fields.shape, field);
}
