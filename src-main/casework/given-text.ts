/** Text as it was given, without outer spaces; undefined where there is none. */
export const filled = (text: string | undefined): string | undefined =>
  text === undefined || text.trim() === '' ? undefined : text.trim();
