import type { LogSource } from '../../src-main/contract/log-index.ts';

/** ms since 1970 UTC */
interface Span {
  readonly from: number;
  readonly to: number;
}

type Spoken = Pick<LogSource, 'first' | 'last' | 'gaps'>;

const spanOf = ({ from, to }: { readonly from: string; readonly to: string }): Span => ({
  from: Date.parse(from),
  to: Date.parse(to),
});

/** When a log says nothing, within a time: its long silences, and what lies before and behind it. */
function silencesOf({ first, last, gaps }: Spoken, whole: Span): Span[] {
  if (first === null || last === null) return [whole];
  return [
    { from: whole.from, to: Date.parse(first) },
    ...gaps.map(spanOf),
    { from: Date.parse(last), to: whole.to },
  ].flatMap(({ from, to }) => {
    const cut = { from: Math.max(from, whole.from), to: Math.min(to, whole.to) };
    return cut.to > cut.from ? [cut] : [];
  });
}

const overlap = (a: readonly Span[], b: readonly Span[]): Span[] =>
  a.flatMap((one) =>
    b.flatMap((other) => {
      const cut = { from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) };
      return cut.to > cut.from ? [cut] : [];
    }),
  );

/** When no log says anything, and the long silences of single ones, in a time. */
export function silencesIn(
  sources: readonly Spoken[],
  whole: Span,
): { readonly silent: readonly Span[]; readonly partly: readonly Span[] } {
  if (sources.length === 0) return { silent: [], partly: [] };
  const silent = sources.map((source) => silencesOf(source, whole)).reduce(overlap);
  return { silent, partly: sources.flatMap(({ gaps }) => gaps.map(spanOf)) };
}
