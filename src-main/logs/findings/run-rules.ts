import { createHash } from 'node:crypto';
import { CaseError } from '../../domain/errors.ts';
import type { LogSearch } from '../search/log-search.ts';
import { shownRow } from '../search/shown-row.ts';
import { detect } from './detector.ts';
import type { Found } from './found.ts';
import { Ground } from './ground.ts';
import { ONCE, Repeats } from './repeats.ts';
import type { Rule } from './rule.ts';
import { counted } from './words-of.ts';

/** What a rule found, as plain data: it crosses threads. */
export interface LogFinding extends Omit<Found, 'key' | 'evidence'> {
  /** Of the rule and of what it is about: the same again when logs are read anew. */
  readonly id: string;
  /** Id of the rule. */
  readonly rule: string;
  /** Refs of its first rows. */
  readonly evidence: readonly string[];
  /** Whether `query` is known to find these rows and no others from `first` to `last`. */
  readonly isExact: boolean;
}

export interface LogFindings {
  /** In the order of the rules; of one rule those with the most rows first. */
  readonly findings: readonly LogFinding[];
  /** How many more a rule found. */
  readonly notShown: readonly { readonly rule: string; readonly count: number }[];
  /** Ids of rules that met more rows or values than they look at. */
  readonly incomplete: readonly string[];
}

/** Findings of one rule that are told, those with the most rows. */
const MOST_OF_RULE = 25;
/** Milliseconds in which searches of findings are tried out; those of the rest are not called exact. */
const TRYING = 4000;

/** Asks all rules, one after the other. @param tell is called before each */
export function runRules(
  search: LogSearch,
  rules: readonly Rule[],
  tell: (done: number, rule: Rule) => void = () => {},
): LogFindings {
  const findings: LogFinding[] = [];
  const notShown: { rule: string; count: number }[] = [];
  const incomplete: string[] = [];
  const repeats = new Repeats(search.view);
  let left = TRYING;
  for (const [done, rule] of rules.entries()) {
    tell(done, rule);
    const ground = new Ground(search, rule.formats, repeats);
    if (ground.sources.size === 0) continue;
    const found = detect(rule.detector, ground).toSorted(
      (a, b) => b.rows - a.rows || (a.key < b.key ? -1 : 1),
    );
    if (found.length > MOST_OF_RULE) notShown.push({ rule: rule.id, count: found.length - MOST_OF_RULE });
    for (const one of found.slice(0, MOST_OF_RULE)) {
      const began = performance.now();
      const isExact = left > 0 && one.query !== null && findsOnly(ground, one, one.query);
      const detail = isExact ? withRepeats(ground, one) : one.detail;
      left -= performance.now() - began;
      const { key, evidence, ...rest } = one;
      const refs = evidence.flatMap((row) => refOf(search, row));
      findings.push({ ...rest, detail, id: idOf(rule, key), rule: rule.id, evidence: refs, isExact });
    }
    if (!ground.isComplete) incomplete.push(rule.id);
  }
  return { findings, notShown, incomplete };
}

/** Personal data must not stand in an id: entries keep it for ever. */
const idOf = (rule: Rule, key: string): string =>
  `${rule.id}-${createHash('sha256').update(key).digest('hex').slice(0, 12)}`;

function findsOnly(ground: Ground, { rows, first, last }: Found, query: string): boolean {
  try {
    return ground.typed(query, { since: first, until: last }).length === rows;
  } catch (error) {
    // A value can be longer than a search may be.
    if (error instanceof CaseError) return false;
    throw error;
  }
}

/** What was counted, and how many repetitions of it were not. */
function withRepeats(ground: Ground, { query, first, last, detail }: Found): string {
  if (!ground.hasRepeats || query === null || !query.endsWith(ONCE)) return detail;
  const repeated = `${query.slice(0, -ONCE.length)}${ONCE.slice(1)}`;
  const { length } = ground.typed(repeated, { since: first, until: last });
  if (length === 0) return detail;
  const words = `${counted(length, 'repetition')} in later logs not counted`;
  return detail === '' ? words : `${detail}; ${words}`;
}

function refOf(search: LogSearch, row: number): string[] {
  const shown = shownRow(search.view, row, 0);
  return shown === null ? [] : [search.refOf(shown)];
}
