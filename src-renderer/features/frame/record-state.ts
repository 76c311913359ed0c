import type { ErrorData } from '../../../src-main/contract/error.ts';
import type { RecordCheck } from '../../../src-main/contract/record.ts';
import { count } from '../../format/number.ts';
import { nearTime } from '../../format/time.ts';
import { en } from '../../strings/en.ts';

export interface RecordFacts {
  readonly check: RecordCheck | null;
  /** Percent of a running check, or null. */
  readonly running: number | null;
  readonly error: ErrorData | null;
  /** Entries in the case now. */
  readonly entries: number;
  /** Exhibits whose bytes are not the recorded ones. */
  readonly changed: number;
  readonly zone: string;
  readonly now: Date;
}

export interface RecordLook {
  readonly tone: 'plain' | 'ok' | 'warn' | 'danger';
  readonly title: string;
  readonly hint: string;
}

/** A check older than this is said as such: the record may have been touched from outside since. */
const STALE_MS = 30 * 60_000;

/** What the record cell says. Never more than was checked. */
export function recordLook(facts: RecordFacts): RecordLook {
  const text = en.caseFrame.record;
  const { check } = facts;
  if (facts.changed > 0) {
    const title = facts.changed === 1 ? text.exhibitChanged : text.exhibitsChanged(count(facts.changed));
    return { tone: 'danger', title, hint: text.seeEvidence };
  }
  if (check !== null && !check.ok) {
    const total = Object.values(check.counts).reduce((sum, n) => sum + n, 0);
    const n = Math.max(total, check.problems.length);
    const title = n === 1 ? text.oneProblem : text.problem(count(n));
    return { tone: 'danger', title, hint: check.problems[0]?.message ?? '' };
  }
  if (facts.running !== null) {
    return { tone: 'plain', title: text.checking, hint: text.checkingHint(`${facts.running} %`) };
  }
  if (facts.error !== null) return { tone: 'warn', title: text.failed, hint: facts.error.message };
  if (check === null) return { tone: 'plain', title: text.notChecked, hint: text.notCheckedHint };
  const at = new Date(check.at);
  const when = nearTime(at, facts.zone, 'minute', facts.now);
  const title = text.good(count(check.checked.entries));
  if (facts.now.getTime() - at.getTime() > STALE_MS) return { tone: 'warn', title, hint: text.stale(when) };
  const since = facts.entries - check.checked.entries;
  const { anchored } = check;
  const hint = since > 0 ? text.since(count(since), when) : text.goodHint(when);
  if (anchored === null) return { tone: 'ok', title, hint };
  const fixed = anchored.kind === 'timestamp' ? text.stamped : text.witnessed;
  return { tone: 'ok', title, hint: fixed(count(anchored.fixes), hint) };
}
