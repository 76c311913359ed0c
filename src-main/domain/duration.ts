const UNITS: Readonly<Record<string, number>> = { h: 3600, m: 60, min: 60, s: 1 };

/** A whole number with a unit, such as `4 min`. */
const PART = /(\d{1,5})\s*(h|min|m|s)(?![a-z])/y;

/**
 * Seconds of a duration as people type it: `4:12` (minutes and seconds), `1:04:12`, `4m12s`, `4 min`, `90s`, or `4`
 * alone for minutes; null for what is none.
 */
export function durationOf(typed: string): number | null {
  const text = typed.trim().toLowerCase();
  if (/^\d{1,4}$/.test(text)) return Number(text) * 60;
  const clock = /^(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)$/.exec(text);
  if (clock !== null) {
    const [, hours, minutes, seconds] = clock;
    if (hours !== undefined && Number(minutes) > 59) return null;
    return Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds);
  }
  return inParts(text);
}

/** Each unit once, the largest first. */
function inParts(text: string): number | null {
  let [total, smallest, at] = [0, Number.POSITIVE_INFINITY, 0];
  while (at < text.length) {
    PART.lastIndex = at;
    const found = PART.exec(text);
    const unit = UNITS[found?.[2] ?? ''];
    if (found === null || unit === undefined || unit >= smallest) return null;
    total += Number(found[1]) * unit;
    smallest = unit;
    at = PART.lastIndex;
    while (text[at] === ' ') at += 1;
  }
  return smallest === Number.POSITIVE_INFINITY ? null : total;
}

/** `4 min 12 s`; the two largest units. */
export function durationText(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).slice(0, 2);
  return said.length === 0 ? '0 s' : said.map(([count, unit]) => `${count} ${unit}`).join(' ');
}
