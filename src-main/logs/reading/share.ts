import type { Sample } from './reader.ts';

/** Lines that are looked at to know a kind of log. */
const LOOKED = 200;

/** The lines of a sample that say something, without the last one where it may be cut off. */
export function wholeLines({ bytes, lines }: Sample): readonly string[] {
  const whole = bytes.length >= 65_536 && lines.length > 1 ? lines.slice(0, -1) : lines;
  return whole.filter((line) => line.trim() !== '').slice(0, LOOKED);
}

/** A kind shows in the beginning of a line; expressions are not let loose on all that somebody may have put there. */
const HEAD = 4096;

/** How much of the lines is of a kind, 0 to 1; 0 where there are none. */
export function shareOf(lines: readonly string[], isOfKind: (line: string) => boolean): number {
  return lines.length === 0 ? 0 : lines.filter((line) => isOfKind(line.slice(0, HEAD))).length / lines.length;
}
