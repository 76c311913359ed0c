import type { CustodyEventName } from '../../domain/kinds/custody.ts';
import { textField } from '../../domain/entry.ts';
import type { CustodyEventView } from '../custody-events.ts';
import { eventFacts, whenText } from './form-facts.ts';
import type { FormExhibit } from './form-data.ts';
import { zonedText } from '../../domain/time/zoned-text.ts';
import { type Html, html, NOTHING, words } from './html.ts';

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

/** The line of hands: every custody event with all that was said, and what contradicts or waits. */
export function custodyTable({ custody, walk: { doubts, state } }: FormExhibit, zone: string): Html {
  const waiting = new Set(state.open.map(({ id }) => id));
  return html`<table class="list">
    <colgroup>
      <col style="width:8mm" />
      <col style="width:32mm" />
      <col style="width:18mm" />
      <col style="width:25mm" />
      <col style="width:25mm" />
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
      ${custody.map((event) => eventRows(event, doubts.get(event.id), waiting.has(event.id), zone))}
    </tbody>
  </table>`;
}

function eventRows(event: CustodyEventView, doubt: string | undefined, waits: boolean, zone: string): Html {
  const { entry } = event;
  const facts = eventFacts(entry);
  return html`<tr>
      <td class="num">${event.sequence}</td>
      <td class="num">
        ${whenText(entry, zone)}<br /><span class="m"
          >recorded ${zonedText(entry.header.recorded, 'UTC')}</span
        >
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
          <div>
            <dt>Recorded by</dt>
            <dd>${words(event.performedBy)}</dd>
          </div>
        </dl>
      </td>
      <td class="num">
        ${hashText(event)}<br />${event.number}, <span class="mono">${entry.id.slice(0, 8)}</span>
      </td>
    </tr>
    ${doubt === undefined ? NOTHING : note(`Contradicts the record before it: ${doubt}`)}${waits ? note('Nobody has acknowledged this hand-over.') : NOTHING}`;
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
