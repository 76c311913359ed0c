/** Addresses as people type them into one line. */
export const addressesIn = (line: string): string[] =>
  line
    .split(/[,;\s]+/u)
    .map((one) => one.trim())
    .filter((one) => one !== '');
