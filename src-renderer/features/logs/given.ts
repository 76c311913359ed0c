/** What was typed, as a part of a request; nothing where nothing was. */
export const typed = <Name extends string>(name: Name, text: string): Partial<Record<Name, string>> =>
  text.trim() === '' ? {} : ({ [name]: text.trim() } as Record<Name, string>);

/** Numbers of exhibits as people type several. */
export const labelsIn = (text: string): string[] => text.split(/[\s,]+/).filter((label) => label !== '');
