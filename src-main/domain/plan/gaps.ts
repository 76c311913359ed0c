/** From one instant to another, both ms since 1970 UTC. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Stretches as few as possible, ascending: what overlaps or touches is one. Empty ones fall out. */
export function joined(stretches: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = [];
  for (const one of stretches.filter(({ from, to }) => to > from).toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last === undefined || one.from > last.to) all.push(one);
    else all[all.length - 1] = { from: last.from, to: Math.max(last.to, one.to) };
  }
  return all;
}

/** What of a whole no part covers, ascending. */
export function gapsIn(whole: Stretch, parts: readonly Stretch[]): Stretch[] {
  const gaps: Stretch[] = [];
  let at = whole.from;
  for (const { from, to } of joined(parts)) {
    if (to <= at) continue;
    if (from >= whole.to) break;
    if (from > at) gaps.push({ from: at, to: from });
    at = to;
  }
  if (at < whole.to) gaps.push({ from: at, to: whole.to });
  return gaps;
}
