import type { Anchor } from '../../domain/record/witnessed.ts';

const DAY = 86_400_000;

/**
 * What a check without a finding proves, in one line: never a bare “intact” (product.md).
 * @param now ms UTC
 */
export function soundSentence(entries: number, fixed: number, anchored: Anchor | null, now: number): string {
  const consistent = `${entries} entries consistent`;
  if (anchored === null) {
    return `${consistent}; no witness fixes them yet; all ${entries} rest on the keys alone.`;
  }
  const rest = entries - fixed;
  const stamped = anchored.kind === 'timestamp';
  const by = stamped ? 'a time stamp' : 'a witness';
  const upTo =
    anchored.upTo === fixed
      ? `fixed by ${by} up to entry ${fixed}`
      : `${fixed} of them up to entry ${anchored.upTo} fixed by ${by}`;
  const mark = [
    ...(anchored.trust === 'unconfirmed' ? [', recorded by an unconfirmed author'] : []),
    ...(stamped ? [', its signature and authority not checked here'] : []),
  ].join('');
  const after =
    rest === 1
      ? '1 entry after that rests on the keys alone'
      : `${rest} entries after that rest on the keys alone`;
  return `${consistent}; ${upTo} (${utcTime(anchored.at, now)}${mark}); ${after}.`;
}

/** `Tue 02:40 UTC`; with its date where the weekday alone could mean another week. */
function utcTime(at: string, now: number): string {
  const time = new Date(at);
  const weekday = time.toUTCString().slice(0, 3);
  const near = Math.abs(now - time.getTime()) < 6 * DAY;
  return near
    ? `${weekday} ${at.slice(11, 16)} UTC`
    : `${weekday} ${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}
