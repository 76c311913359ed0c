/** Bytes of UTF-8: the longest value by which OpenSearch can count and sort. */
export const LONGEST = 32_766;

/** A text that other programs can store: no half characters, and only its beginning where it is longer than `LONGEST`. */
export function fitText(text: string): { readonly text: string; readonly shortened: boolean } {
  const whole = text.toWellFormed();
  // No unit of UTF-16 takes more than three bytes.
  if (whole.length * 3 <= LONGEST || Buffer.byteLength(whole) <= LONGEST) {
    return { text: whole, shortened: false };
  }
  const bytes = Buffer.from(whole.slice(0, LONGEST + 1));
  let end = LONGEST;
  while (((bytes[end] ?? 0) & 0xc0) === 0x80) end--;
  return { text: bytes.toString('utf8', 0, end), shortened: true };
}
