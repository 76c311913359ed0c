import type { CustodyAction } from '../../../src-main/contract/custody.ts';

export type FormField =
  | 'to'
  | 'from'
  | 'witness'
  | 'purpose'
  | 'authority'
  | 'location'
  | 'seal'
  | 'condition'
  | 'method'
  | 'at'
  | 'despite';
export type FormValues = Readonly<Partial<Record<FormField, string>>>;

/** The fields of a custody event's form, in the order of asking. */
export function fieldsOf(event: CustodyAction): readonly Exclude<FormField, 'despite'>[] {
  switch (event) {
    case 'transferred':
      return [
        'to',
        'from',
        'at',
        'seal',
        'condition',
        'method',
        'location',
        'purpose',
        'authority',
        'witness',
      ];
    case 'returned':
      return ['to', 'from', 'at', 'seal', 'condition', 'location', 'witness'];
    case 'acknowledged':
      return ['to', 'at', 'seal', 'condition', 'location', 'witness'];
    case 'sealed':
      return ['seal', 'condition', 'at', 'location', 'witness'];
    case 'examined':
    case 'copied':
      return ['purpose', 'method', 'seal', 'condition', 'at', 'location', 'witness'];
    case 'disposed':
      return ['method', 'at', 'authority', 'location', 'witness'];
  }
}

/** The one field without which the event says nothing. */
export function requiredOf(event: CustodyAction): 'to' | 'method' | null {
  switch (event) {
    case 'transferred':
      return 'to';
    case 'disposed':
      return 'method';
    default:
      return null;
  }
}
