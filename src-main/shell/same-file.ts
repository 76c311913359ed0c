import { statSync } from 'node:fs';

/** Whether two paths name one file, also through links; where one is gone, whether they are the same words. */
export function isSameFile(one: string, other: string): boolean {
  if (one === other) return true;
  try {
    const [a, b] = [statSync(one, { bigint: true }), statSync(other, { bigint: true })];
    return a.dev === b.dev && a.ino === b.ino;
  } catch {
    return false;
  }
}
