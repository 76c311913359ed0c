type Something<T> = { readonly [Key in keyof T]?: Exclude<T[Key], null | undefined> };

/** Leaves out what is not there: null, undefined, and empty lists, which neither format allows. */
export const withoutNothing = <T extends Readonly<Record<string, unknown>>>(values: T): Something<T> =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  ) as Something<T>;
