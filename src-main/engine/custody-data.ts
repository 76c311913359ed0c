import type { Names } from '../casework/names.ts';
import type { CustodyEvent } from '../contract/custody.ts';
import { walk } from '../domain/custody/walk.ts';
import { textField } from '../domain/entry.ts';
import type { CustodyEventView } from '../evidence/custody-events.ts';

const WORDS = [
  'from',
  'to',
  'witness',
  'purpose',
  'authority',
  'location',
  'seal',
  'condition',
  'method',
  'tool',
  'result',
  'despite',
  'acknowledges',
] as const;

/** The chain of custody of one exhibit as it crosses to the window and to scripts. */
export function custodyData(
  custody: readonly CustodyEventView[],
  exhibit: string,
  names: Pick<Names, 'signedBy'>,
): CustodyEvent[] {
  const { doubts } = walk(custody, exhibit);
  return custody.map((event) => eventData(event, doubts.get(event.id), names));
}

function eventData(
  { sequence, entry, number, event, at, zone, performedBy, released }: CustodyEventView,
  doubt: string | undefined,
  names: Pick<Names, 'signedBy'>,
): CustodyEvent {
  const words = Object.fromEntries(
    WORDS.flatMap((name) => {
      const value = textField(entry, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const before = textField(entry, 'hash_before');
  const after = textField(entry, 'hash_after');
  return {
    ...words,
    sequence,
    entry: entry.id,
    number,
    event,
    at,
    zone,
    performedBy,
    recorded: entry.header.recorded,
    author: names.signedBy(entry.header),
    ...(before === undefined ? {} : { hashBefore: before }),
    ...(after === undefined ? {} : { hashAfter: after }),
    ...(released ? { released } : {}),
    ...(doubt === undefined ? {} : { doubt }),
  };
}
