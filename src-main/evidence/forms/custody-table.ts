import type { CustodyEventName } from '../../domain/kinds/custody.ts';
import { textField } from '../../domain/entry.ts';
import type { CustodyEventView } from '../custody-events.ts';
import { eventFacts } from './form-facts.ts';
import type { FormExhibit } from './form-data.ts';
import { zonedText } from '../../domain/time/zoned-text.ts';
import { type Html, html, NOTHING, words } from './html.ts';
import { commonZone, whenText } from './when-text.ts';

const NAMES: Readonly<Record<CustodyEventName, string>> = {
  collected: 'collected',
  sealed: 'sealed',
  transferred: 'handed over',
  acknowledged: 'received',
  examined: 'examined',
  copied: 'copied',
  verified: 'verified',
  returned: 'returned',
  disposed: 'disposed of',
};

/** The line of hands: every custody event with all that was said, gaps, what contradicts, and what waits. */
export function lineOfHands({ custody, walk: { doubts, state } }: FormExhibit, zone: string): Html {
  const waiting = new Set(state.open.map(({ id }) => id));
  const common = commonZone(
    custody.map(({ entry }) => entry),
    zone,
  );
  const times = common === null ? 'each time with its zone' : `all times ${common}`;
  const rows = custody.map((event) => [
    ...gapBefore(event, custody),
    eventRow(event, whenText(event.entry, zone, common !== null)),
    ...(doubts.has(event.id)
      ? [note(`Contradicts the record before it: ${doubts.get(event.id) ?? ''}`)]
      : []),
    ...(waiting.has(event.id) ? [note('Nobody has acknowledged this hand-over.')] : []),
  ]);
  return html`<h2>Line of hands <span class="m">${times}; recorded: by the device clock</span></h2>
    <table class="list">
      <colgroup>
        <col style="width:8mm" />
        <col style="width:37mm" />
        <col style="width:18mm" />
        <col style="width:24mm" />
        <col style="width:24mm" />
        <col />
        <col style="width:17mm" />
      </colgroup>
      <thead>
        <tr>
          <th>No.</th>
          <th>When</th>
          <th>What</th>
          <th>From</th>
          <th>To</th>
          <th>Where, how, why</th>
          <th>Hash, entry</th>
        </tr>
      </thead>
      <tbody>
        ${rows.flat()}
      </tbody>
    </table>`;
}

function eventRow(event: CustodyEventView, when: string): Html {
  const { entry } = event;
  const facts = [...eventFacts(entry), ['Recorded by', words(event.performedBy)] as const];
  const hash = hashText(event);
  return html`<tr>
    <td class="num">${event.sequence}</td>
    <td class="num">
      ${when}<br /><span class="m">recorded ${zonedText(entry.header.recorded, 'UTC')}</span>
    </td>
    <td>${event.released ? 'bytes released' : NAMES[event.event]}</td>
    <td>${person(event.from)}</td>
    <td>${receiver(event)}</td>
    <td>
      <dl class="said">
        ${facts.map(
          ([name, value]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
    </td>
    <td class="num">
      ${hash === '' ? NOTHING : html`${hash}<br />`}${event.number}<br /><span class="mono"
        >${entry.id.slice(0, 8)}</span
      >
    </td>
  </tr> `;
}

/** Between a hand-over and its receipt nobody is on record. */
function gapBefore({ acknowledges, at }: CustodyEventView, custody: readonly CustodyEventView[]): Html[] {
  const handOver = custody.find(({ id }) => id === acknowledges);
  const minutes =
    handOver === undefined ? 0 : Math.round((Date.parse(at) - Date.parse(handOver.at)) / 60_000);
  if (handOver === undefined || minutes < 1) return [];
  const long = minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  return [
    note(`${long} between hand-over ${handOver.sequence} and its receipt, without a record of who held it.`),
  ];
}

const note = (text: string): Html =>
  html`<tr class="doubt">
    <td></td>
    <td colspan="6">${words(text)}</td>
  </tr>`;

const person = (name: string | undefined): Html => (name === undefined ? NOTHING : words(name));

/** Who has it after the event, where it says so. */
function receiver({ event, to, performedBy }: CustodyEventView): Html {
  return event === 'collected' ? words(to ?? performedBy) : person(to);
}

/** What the event says of the bytes: only where they were read is there anything to say. */
function hashText({ event, entry }: CustodyEventView): string {
  const found = textField(entry, 'hash_after');
  if (found === undefined) return event === 'verified' ? 'not read' : '';
  const before = textField(entry, 'hash_before');
  if (before === undefined) return 'recorded';
  return before === found ? 'same' : 'ANOTHER';
}
