import type { CustodyEventName } from '../kinds/custody.ts';

/** What one custody event says, as far as it moves the state of its exhibit. */
export interface CustodyStep {
  /** Hash of its entry; an acknowledgement names it. */
  readonly id: string;
  readonly event: CustodyEventName;
  readonly performedBy: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly location: string | undefined;
  readonly seal: string | undefined;
  readonly condition: string | undefined;
  readonly acknowledges: string | undefined;
  /** Why the record differs, where a person said so. */
  readonly despite: string | undefined;
  /** False where some of its words were withheld, or are not in this copy. */
  readonly whole: boolean;
}

/** Who speaks in an acknowledgement: the person named in `to`, else who wrote it. */
export const acknowledgerOf = (step: Pick<CustodyStep, 'to' | 'performedBy'>): string =>
  step.to ?? step.performedBy;

/** Who has it by the words of one event alone; null where it names nobody. */
export function holderNamedBy({ event, to, performedBy }: CustodyStep): string | null {
  switch (event) {
    case 'collected':
    case 'acknowledged':
      return to ?? performedBy;
    case 'transferred':
    case 'returned':
      return to ?? null;
    default:
      return null;
  }
}
