import type { CustodyEvent } from '../../../src-main/contract/custody.ts';

/** A span in which somebody named held the exhibit. */
export interface Hold {
  readonly kind: 'hold';
  readonly who: string;
  readonly from: string;
  /** Null while it lasts. */
  readonly until: string | null;
  readonly location: string | null;
  readonly witness: string | null;
  /** Examined, sealed, verified …: what happened without changing hands. */
  readonly events: readonly CustodyEvent[];
}

/** A span, or a moment, for which the record names nobody. */
export interface Gap {
  readonly kind: 'gap';
  readonly from: string;
  readonly until: string;
}

/** The moment of a handover, a receipt, a return or the disposal. */
export interface Pass {
  readonly kind: 'pass';
  readonly event: CustodyEvent;
  readonly hash: 'same' | 'other' | null;
}

export type HandPiece = Hold | Gap | Pass;

const same = (a: string, b: string): boolean =>
  a.trim().toLocaleLowerCase('en') === b.trim().toLocaleLowerCase('en');

function hashOf(event: CustodyEvent, recorded: string): Pass['hash'] {
  const { hashAfter: after, hashBefore: before = recorded } = event;
  // A hash that was expected and not looked at again says nothing.
  if (after === undefined || after === '') return null;
  return after === before && after === recorded ? 'same' : 'other';
}

function hold(who: string, event: CustodyEvent): Hold {
  return {
    kind: 'hold',
    who,
    from: event.at,
    until: null,
    location: event.location ?? null,
    witness: event.witness ?? null,
    events: [],
  };
}

function receiver(event: CustodyEvent): string {
  return event.to ?? event.performedBy;
}

/**
 * The line of hands: who held the exhibit, from when to when, and where the record says nothing. A handover is
 * complete when the receiver acknowledged it, or at once where no receipt follows.
 * @param recorded the SHA-256 under which the exhibit was registered
 */
export function lineOfHands(custody: readonly CustodyEvent[], recorded: string): readonly HandPiece[] {
  const events = custody.toSorted((a, b) => a.sequence - b.sequence);
  const pieces: HandPiece[] = [];
  let current: Hold | null = null;

  const close = (until: string): void => {
    if (current !== null) pieces.push({ ...current, until });
    current = null;
  };
  for (const [index, event] of events.entries()) {
    switch (event.event) {
      case 'collected':
        close(event.at);
        current = hold(receiver(event), event);
        break;
      case 'transferred':
      case 'returned': {
        const held: Hold | null = current;
        const last = lastMoment(held, event.at);
        close(event.at);
        if (held !== null && event.from !== undefined && !same(held.who, event.from)) {
          pieces.push({ kind: 'gap', from: last, until: event.at });
        }
        pieces.push({ kind: 'pass', event, hash: hashOf(event, recorded) });
        const next = events[index + 1];
        const awaited = next?.event === 'acknowledged' && next.at > event.at;
        if (awaited) pieces.push({ kind: 'gap', from: event.at, until: next.at });
        else current = hold(receiver(event), event);
        break;
      }
      case 'acknowledged':
        if (current === null) {
          pieces.push({ kind: 'pass', event, hash: hashOf(event, recorded) });
          current = hold(receiver(event), event);
        } else current = withEvent(current, event);
        break;
      case 'disposed':
        close(event.at);
        pieces.push({ kind: 'pass', event, hash: null });
        break;
      default:
        if (current !== null) current = withEvent(current, event);
    }
  }
  if (current !== null) pieces.push(current);
  return pieces;
}

function withEvent(current: Hold, event: CustodyEvent): Hold {
  return {
    ...current,
    location: event.location ?? current.location,
    events: [...current.events, event],
  };
}

/** The last moment at which the holder is on record before `at`. */
function lastMoment(held: Hold | null, at: string): string {
  return held?.events.at(-1)?.at ?? held?.from ?? at;
}
