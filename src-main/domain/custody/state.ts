import { sameName } from '../same-name.ts';
import { acknowledgerOf, type CustodyStep } from './step.ts';

/** A transfer or return whose receiver has not acknowledged it. */
export interface HandOver {
  /** Hash of its entry. */
  readonly id: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** How an exhibit stands after some of its custody events. */
export interface CustodyState {
  /** Who answers for it; null before it was collected, after its disposal, and where the name is withheld. */
  readonly holder: string | null;
  /** Where it is kept, as last said by who holds it. */
  readonly location: string | null;
  /** The seal that closes it; its number is null where it has none. Null = open. */
  readonly seal: { readonly number: string | null } | null;
  /** Numbers of all seals it ever had: a seal closes once. */
  readonly sealsSeen: readonly string[];
  /** What was last said of it and of its seal. */
  readonly condition: string | null;
  /** The hand-over by which the holder got it; null for who collected it. */
  readonly last: HandOver | null;
  /** Hand-overs that nobody acknowledged, oldest first. */
  readonly open: readonly HandOver[];
  readonly collected: boolean;
  readonly disposed: boolean;
}

/** Before the first event. */
export const NOTHING_HAPPENED: CustodyState = {
  holder: null,
  location: null,
  seal: null,
  sealsSeen: [],
  condition: null,
  last: null,
  open: [],
  collected: false,
  disposed: false,
};

/** The hand-over that an acknowledgement means: the one it names, else the newest to its speaker. */
export function acknowledged(
  state: CustodyState,
  step: Pick<CustodyStep, 'acknowledges' | 'to' | 'performedBy'>,
): HandOver | undefined {
  if (step.acknowledges !== undefined) return state.open.find(({ id }) => id === step.acknowledges);
  return state.open.findLast(({ to }) => to !== null && sameName(to, acknowledgerOf(step)));
}

/** To whom a hand-over goes: a return that names nobody, to whom it came from. */
export const receiverOf = (
  { last }: CustodyState,
  { event, to }: Pick<CustodyStep, 'event' | 'to'>,
): string | null => to ?? (event === 'returned' ? (last?.from ?? null) : null);

/**
 * The state after one more event, believed as it stands: whether it could follow is another question. Only what was
 * disposed of stays so.
 */
export function after(before: CustodyState, step: CustodyStep): CustodyState {
  if (before.disposed) return before;
  const state = { ...before, condition: step.condition ?? before.condition };
  switch (step.event) {
    case 'collected':
      return sealedAs(step, {
        ...state,
        holder: step.to ?? step.performedBy,
        location: step.location ?? null,
        collected: true,
      });
    case 'transferred':
    case 'returned': {
      const to = receiverOf(state, step);
      const handOver = { id: step.id, from: step.from ?? state.holder, to };
      return sealedAs(step, {
        ...state,
        holder: to,
        location: step.location ?? null,
        last: handOver,
        open: [...state.open, handOver],
      });
    }
    case 'acknowledged': {
      const meant = acknowledged(state, step);
      const id = step.acknowledges ?? meant?.id;
      // Somebody who received it although the record names another is the one who has it; a late receipt moves nothing.
      const receives = id === undefined || id === state.last?.id;
      const who = acknowledgerOf(step);
      const kept = state.holder !== null && sameName(state.holder, who) ? state.holder : who;
      return sealedAs(step, {
        ...state,
        holder: receives ? kept : state.holder,
        location: receives ? (step.location ?? state.location) : state.location,
        open: state.open.filter((handOver) => handOver !== meant),
      });
    }
    case 'sealed':
      return sealedAs(step, {
        ...state,
        location: step.location ?? state.location,
        seal: { number: step.seal ?? null },
      });
    case 'examined':
    case 'copied':
      // Nobody looks into a closed bag: whatever was said of the seal, it is open now.
      return { ...state, location: step.location ?? state.location, seal: null };
    case 'verified':
      return state;
    case 'disposed':
      return { ...state, holder: null, location: null, seal: null, open: [], disposed: true };
  }
}

function sealedAs(step: CustodyStep, state: CustodyState): CustodyState {
  const { seal } = step;
  if (seal === undefined) return state;
  const sealsSeen = state.sealsSeen.includes(seal) ? state.sealsSeen : [...state.sealsSeen, seal];
  return { ...state, seal: { number: seal }, sealsSeen };
}
