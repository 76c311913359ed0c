import type { Fact } from '../../../src-main/contract/case.ts';
import type { DeadlineView } from '../../../src-main/contract/plan.ts';
import type { RotationView } from '../../../src-main/contract/log.ts';
import type { Exhibit } from '../../../src-main/contract/evidence.ts';
import { PLAN_FACTS } from '../../format/fact.ts';
import { changedExhibits } from '../../state/changed-exhibits.ts';

/** What is known of a case, as far as it says what is to be done. */
export interface Situation {
  readonly facts: readonly Pick<Fact, 'name' | 'conflict'>[];
  readonly phases: readonly string[];
  readonly exhibits: readonly Exhibit[];
  /** Entries outside the record, because a position was written twice with one key. */
  readonly forks: number;
  /** Files whose adding broke off. */
  readonly interrupted: number;
  /** Names of authors whose key nobody confirmed. */
  readonly unconfirmed: readonly string[];
  readonly entries: number;
  /** Entries that a witness or the time stamp of an authority fixes; null = nobody outside knows the record. */
  readonly witnessed: number | null;
  readonly clockCompared: boolean;
  /** Those that run or are late, the nearest first. */
  /** Who takes over, where nobody has yet. */
  readonly handover: { readonly to: string } | null;
  /** Steps of eradication are all behind, and nobody said that the incident ended. */
  readonly mayHaveEnded: boolean;
  /** Wanted logs that lack something. */
  readonly logs: number;
  readonly rotations: readonly Pick<RotationView, 'job' | 'state' | 'over'>[];
  readonly deadlines: readonly Pick<DeadlineView, 'recipient' | 'title' | 'due' | 'state'>[];
}

/** One thing to do. */
export type NextStep =
  | { readonly kind: 'changed'; readonly exhibits: readonly string[] }
  | { readonly kind: 'forks'; readonly entries: number }
  | { readonly kind: 'phase-conflict'; readonly phases: readonly string[] }
  | { readonly kind: 'fact-conflict'; readonly fact: string }
  | {
      readonly kind: 'deadline';
      readonly recipient: string | null;
      readonly title: string;
      readonly due: string;
    }
  | { readonly kind: 'interrupted'; readonly files: number }
  | { readonly kind: 'fact'; readonly fact: string; readonly others: number }
  | { readonly kind: 'first-evidence' }
  | { readonly kind: 'receipt'; readonly exhibit: string; readonly from: string }
  | { readonly kind: 'missing'; readonly exhibit: string; readonly names: readonly string[] }
  | { readonly kind: 'handover'; readonly to: string }
  | { readonly kind: 'ended' }
  | { readonly kind: 'rotation'; readonly job: string; readonly why: 'none' | 'open' | 'over' }
  | { readonly kind: 'logs'; readonly logs: number }
  | { readonly kind: 'confirm'; readonly names: readonly string[] }
  | { readonly kind: 'clock' }
  | { readonly kind: 'witness'; readonly since: number | null };

/** Questions that are answered early; the others are asked as the night goes on. */
const LATER: ReadonlySet<string> = new Set(['detected', 'detection-source', 'ended']);

/** So many entries are worth reading ten words out again. */
const WITNESS_AFTER = 25;

/** How many entries people who were told, and authorities that stamped, fix together: the most of one. */
export const mostFixed = (outside: readonly Readonly<Record<string, unknown>>[]): number | null =>
  outside.reduce<number | null>((most, one) => {
    const fixes = one['entries'];
    return typeof fixes === 'number' ? Math.max(most ?? 0, fixes) : most;
  }, null);

/**
 * What is to be done, the most urgent first: what makes the record doubtful, what would be forgotten by the morning, what
 * makes the record stronger.
 */
export function whatIsNext(now: Situation): readonly NextStep[] {
  const known = new Set(now.facts.map(({ name }) => name));
  const unknown = PLAN_FACTS.filter((name) => !known.has(name) && !LATER.has(name));
  const changed = changedExhibits(now.exhibits).map(({ exhibit }) => exhibit);
  const since = now.witnessed === null ? null : now.entries - now.witnessed;
  const steps: (NextStep | false)[] = [
    changed.length > 0 && { kind: 'changed', exhibits: changed },
    now.forks > 0 && { kind: 'forks', entries: now.forks },
    ...now.deadlines.map(({ recipient, title, due }): NextStep => ({
      kind: 'deadline',
      recipient,
      title,
      due,
    })),
    now.handover !== null && { kind: 'handover', to: now.handover.to },
    now.phases.length > 1 && { kind: 'phase-conflict', phases: now.phases },
    ...now.facts.map(
      ({ name, conflict }): NextStep | false => conflict.length > 0 && { kind: 'fact-conflict', fact: name },
    ),
    now.interrupted > 0 && { kind: 'interrupted', files: now.interrupted },
    unknown[0] !== undefined && { kind: 'fact', fact: unknown[0], others: unknown.length - 1 },
    now.mayHaveEnded && { kind: 'ended' },
    now.exhibits.length === 0 && { kind: 'first-evidence' },
    ...rotationSteps(now.rotations),
    ...now.exhibits.map(
      ({ exhibit, custodyState: { awaits } }): NextStep | false =>
        awaits !== undefined && { kind: 'receipt', exhibit, from: awaits },
    ),
    ...now.exhibits.map(
      ({ exhibit, missing }): NextStep | false =>
        missing.length > 0 && { kind: 'missing', exhibit, names: missing },
    ),
    now.logs > 0 && { kind: 'logs', logs: now.logs },
    now.unconfirmed.length > 0 && { kind: 'confirm', names: now.unconfirmed },
    !now.clockCompared && { kind: 'clock' },
    (since === null || since >= WITNESS_AFTER) && { kind: 'witness', since },
  ];
  return steps.filter((step) => step !== false);
}

/** Backups that may be overwritten, or of which nobody can show that they are not. */
function rotationSteps(rotations: Situation['rotations']): NextStep[] {
  if (rotations.length === 0) return [{ kind: 'rotation', job: '', why: 'none' }];
  return rotations.flatMap(({ job, state, over }): NextStep[] => {
    if (state === 'resumed') return [];
    if (over) return [{ kind: 'rotation', job, why: 'over' }];
    return state === 'stopped' ? [{ kind: 'rotation', job, why: 'open' }] : [];
  });
}
