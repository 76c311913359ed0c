import { expect } from 'vitest';
import type { Bench } from './cli.ts';

/** Words that would run, load or break out wherever they are taken for more than words. */
export const HOSTILE =
  '</script><script>window.ran = 1</script><!-- <img src=x onerror=alert(1)> \u202E ]]> {{x}} `${1}`';

/** Writes a small case with hostile words, and its report. @returns where the report lies */
export function reportedCase(b: Bench): string {
  const path = b.path('case.holdfast');
  const out = b.path('report.html');
  const done = [
    b.cli('new', path, '--title', `Uploads ${HOSTILE}`, '--detected-at', '02:14', '--zone', 'Europe/Berlin'),
    b.cli('note', path, 'the firewall let 412 requests in', '--tag', 'alert'),
    b.cli('note', path, `hostile ${HOSTILE}\n\n  spaces\tand lines \u{1F525}`),
    b.cli('fact', path, 'penetrated', 'yes', '--by', 'Ada', '--grounds', HOSTILE),
    b.cli('share', 'report', path, out),
  ];
  for (const { status, stderr, stdout } of done) expect(status, stdout + stderr).toBe(0);
  return out;
}
