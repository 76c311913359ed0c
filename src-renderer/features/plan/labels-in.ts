/** Numbers of exhibits as people type several: with spaces or commas between. */
export const labelsIn = (text: string): string[] => text.split(/[\s,]+/).filter((label) => label !== '');
