import type { CustodyAction } from '../../../src-main/contract/custody.ts';

export type FormField =
  | 'to'
  | 'from'
  | 'witness'
  | 'purpose'
  | 'location'
  | 'seal'
  | 'method'
  | 'at'
  | 'despite';
export type FormValues = Readonly<Partial<Record<FormField, string>>>;

/** The fields of a custody event's form, in the order of asking. Only "to" of a handover is needed. */
export function fieldsOf(event: CustodyAction): readonly Exclude<FormField, 'despite'>[] {
  switch (event) {
    case 'transferred':
      return ['to', 'from', 'at', 'seal', 'method', 'location', 'purpose', 'witness'];
    case 'returned':
      return ['to', 'from', 'at', 'seal', 'location', 'witness'];
    case 'acknowledged':
      return ['to', 'at', 'seal', 'location', 'witness'];
    case 'sealed':
      return ['seal', 'at', 'location', 'witness'];
    case 'examined':
    case 'copied':
    case 'disposed':
      return ['purpose', 'method', 'at', 'location', 'witness'];
  }
}
