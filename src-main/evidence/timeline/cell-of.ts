/** A value of JSON as a cell: lists with commas, objects as they stand, nothing for null. */
export function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map((item) => cellOf(item)).join(', ');
  return JSON.stringify(value);
}
