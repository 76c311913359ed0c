/** Something that the record says happened, with the entry that says so. */
export interface Stated {
  readonly entry: string;
  /** ms since 1970 UTC. */
  readonly at: number;
}

/** The marks of an incident in the order in which they are told. */
const milestoneNames = ['occurred', 'detected', 'contained', 'eradicated', 'notified', 'closed'] as const;

export type MilestoneName = (typeof milestoneNames)[number];

export interface Milestone {
  readonly name: MilestoneName;
  /** Of `notified`: id of the recipient; null for all others. */
  readonly who: string | null;
  /** ms since 1970 UTC; null = not known yet. */
  readonly at: number | null;
  /** What says so. */
  readonly entry: string | null;
  readonly source: 'fact' | 'phase' | 'notice' | null;
}

/** What the record has; of several values that stand beside each other, all. */
export interface CourseGiven {
  readonly facts: ReadonlyMap<string, readonly Stated[]>;
  /** The phases that were entered, oldest first. */
  readonly phases: readonly (Stated & { readonly phase: string })[];
  /** Whom deadlines ask to tell, and what says that they were told. */
  readonly recipients: readonly { readonly id: string; readonly sent: Stated | undefined }[];
}

/**
 * When an incident occurred, was detected, contained, eradicated, told and closed. Nothing is guessed: a stated fact
 * counts first, then a phase that was entered and not left again for one before it; what neither says is not known.
 */
export function courseOf({ facts, phases, recipients }: CourseGiven): Milestone[] {
  const fact = (...names: readonly string[]): Stated | undefined =>
    earliest(names.flatMap((name) => facts.get(name) ?? []));
  const known = (name: MilestoneName, stated: Stated | undefined, after?: readonly string[]): Milestone => {
    if (stated !== undefined) return mark(name, stated, 'fact');
    return mark(name, after === undefined ? undefined : heldSince(phases, after), 'phase');
  };
  return [
    known('occurred', fact('occurred')),
    known('detected', fact('detected', 'suspected')),
    known('contained', fact('contained'), ['eradication', 'review']),
    known('eradicated', fact('eradicated'), ['review']),
    ...recipients.map(({ id, sent }) => ({ ...mark('notified', sent, 'notice'), who: id })),
    known('closed', fact('ended')),
  ];
}

const mark = (
  name: MilestoneName,
  stated: Stated | undefined,
  source: Exclude<Milestone['source'], null>,
): Milestone =>
  stated === undefined
    ? { name, who: null, at: null, entry: null, source: null }
    : { name, who: null, at: stated.at, entry: stated.entry, source };

/** Since when the incident has been in one of these phases without a break. */
function heldSince(phases: CourseGiven['phases'], wanted: readonly string[]): Stated | undefined {
  const left = phases.findLastIndex(({ phase }) => !wanted.includes(phase));
  return phases[left + 1];
}

const earliest = (all: readonly Stated[]): Stated | undefined => all.toSorted((a, b) => a.at - b.at)[0];
