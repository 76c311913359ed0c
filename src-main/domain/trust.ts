import { type Entry, textField } from './entry.ts';

/** How far the record trusts what a key signs (FORMAT.md §6). */
export type Trust = 'founder' | 'confirmed' | 'unconfirmed' | 'disowned';

/** What one key says of another by an entry that stands. */
export interface Judgement {
  readonly key: string;
  readonly judge: string;
  /** Instant of the entry that says it. */
  readonly recorded: string;
  readonly says: 'confirmed' | 'disowned';
  /** Of a disowning: entries recorded before this instant keep their trust; null = none does. */
  readonly since: string | null;
  /** Whether the judge stands for what the key wrote, or, of a disowning, for what it wrote before `since`. */
  readonly confirms: boolean;
}

/** What the entry of a judgement says by itself. */
export type Verdict = Pick<Judgement, 'key' | 'says' | 'since' | 'confirms'>;

/** What an entry of kind `key-confirmed` or `key-disowned` says; `key` is empty where it is not readable. */
export function judgementOf(entry: Entry): Verdict {
  const key = textField(entry, 'key') ?? '';
  if (entry.header.kind === 'key-confirmed') return { key, says: 'confirmed', since: null, confirms: true };
  const since = textField(entry, 'since') ?? null;
  const confirms = since !== null && entry.fields['confirmed_before'] === true;
  return { key, says: 'disowned', since, confirms };
}

export interface TrustBook {
  /** Trust of an entry of a key. @param recorded its instant; without it: of the key now */
  trustOf(key: string, recorded?: string): Trust;
  /** From when on a key is disowned; '' = from its beginning, null = it is not. */
  disownedSince(key: string): string | null;
}

/** By disowned key: the instant from which on it is; '' = from its beginning. */
type Disowned = ReadonlyMap<string, string>;

/**
 * Trust of all keys, from the founder's key and the judgements that stand: a pure function of both, whatever their
 * order. What a disowned key says does not count, so keys that disown each other argue: a disowning is void only
 * where its judge is disowned for certain, and two keys that nobody else judges are both disowned.
 */
export function trustIn(founder: string, judgements: readonly Judgement[]): TrustBook {
  const others = judgements.filter(({ key, judge }) => key !== judge);
  const circle = reached(founder, others);
  const inCircle = others.filter(({ judge }) => circle.has(judge));
  // Certain grows until nothing more follows; what then still argues is possible, and counts.
  let certain: Disowned = new Map();
  let possible = disownedBy(inCircle, certain);
  for (;;) {
    const next = disownedBy(inCircle, possible);
    if (sameDisowned(next, certain)) break;
    certain = next;
    possible = disownedBy(inCircle, certain);
  }
  const disowned = possible;
  const confirmed = reached(
    founder,
    inCircle.filter((judgement) => counts(judgement, disowned)),
  );
  return {
    trustOf(key, recorded) {
      const since = disowned.get(key);
      if (since !== undefined && (recorded === undefined || recorded >= since)) return 'disowned';
      if (key === founder) return 'founder';
      return confirmed.has(key) ? 'confirmed' : 'unconfirmed';
    },
    disownedSince: (key) => disowned.get(key) ?? null,
  };
}

/** The founder and every key that a reached key confirms. */
function reached(founder: string, judgements: readonly Judgement[]): Set<string> {
  const byJudge = Map.groupBy(
    judgements.filter(({ confirms }) => confirms),
    ({ judge }) => judge,
  );
  const found = new Set([founder]);
  // A set is walked in the order of insertion, what is added meanwhile included.
  for (const judge of found) for (const { key } of byJudge.get(judge) ?? []) found.add(key);
  return found;
}

/** Whether a judgement counts, given who is disowned: it was recorded before its judge was. */
const counts = ({ judge, recorded }: Judgement, disowned: Disowned): boolean =>
  recorded < (disowned.get(judge) ?? '\u{10ffff}');

/** Who is disowned by judges that are not. */
function disownedBy(judgements: readonly Judgement[], disowned: Disowned): Disowned {
  const found = new Map<string, string>();
  for (const judgement of judgements) {
    if (judgement.says !== 'disowned' || !counts(judgement, disowned)) continue;
    const since = judgement.since ?? '';
    const before = found.get(judgement.key);
    if (before === undefined || since < before) found.set(judgement.key, since);
  }
  return found;
}

const sameDisowned = (a: Disowned, b: Disowned): boolean =>
  a.size === b.size && [...a].every(([key, since]) => b.get(key) === since);
