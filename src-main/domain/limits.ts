/** Limits of the format (FORMAT.md §12). Sizes in bytes. */
export const LIMITS = {
  /** Canonical JSON text of one field's value. */
  field: 8 * 1024 * 1024,
  /** Header and all fields of one entry. */
  entry: 16 * 1024 * 1024,
  parents: 64,
  fields: 256,
  /** Compressed bytes of one exhibit kept inside the case file. */
  storedInCase: 4 * 1024 * 1024,
} as const;
