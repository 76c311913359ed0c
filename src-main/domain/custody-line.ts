import type { CustodyEventName } from './kinds/custody.ts';

export interface CustodyStep {
  readonly event: CustodyEventName;
  readonly performedBy: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** Who has an exhibit after these events, in order; null after its disposal or where nothing says it. */
export function holderAfter(steps: readonly CustodyStep[]): string | null {
  let holder: string | null = null;
  for (const { event, performedBy, to } of steps) {
    switch (event) {
      case 'collected':
        // A thing that stays with somebody else, such as a snapshot at the host, is collected for them.
        holder = to ?? performedBy;
        break;
      case 'transferred':
      case 'returned':
        holder = to ?? holder;
        break;
      case 'disposed':
        holder = null;
        break;
      case 'sealed':
      case 'acknowledged':
      case 'examined':
      case 'copied':
      case 'verified':
        break;
    }
  }
  return holder;
}

/** Why an event does not follow from the ones before, in words; null where it does. */
export function custodyObstacle(
  steps: readonly CustodyStep[],
  next: {
    readonly event: CustodyEventName;
    readonly from: string | undefined;
    readonly to: string | undefined;
  },
  exhibit: string,
): string | null {
  if (steps.some(({ event }) => event === 'disposed')) return `${exhibit} was disposed of.`;
  const holder = holderAfter(steps);
  const moves = next.event === 'transferred' || next.event === 'returned';
  if (moves && next.from !== undefined && holder !== null && next.from !== holder) {
    return `${exhibit} is with ${holder}, not with ${next.from}.`;
  }
  return null;
}
