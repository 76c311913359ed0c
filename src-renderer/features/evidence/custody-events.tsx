import type { CustodyEvent } from '../../../src-main/contract/custody.ts';
import { count } from '../../format/number.ts';
import { clockWithZone, fullTime } from '../../format/time.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { en } from '../../strings/en.ts';
import { TrustMark } from '../../ui/trust-mark.tsx';

const FACTS = [
  'from',
  'to',
  'performedBy',
  'witness',
  'purpose',
  'authority',
  'location',
  'seal',
  'condition',
  'method',
  'tool',
  'hashBefore',
  'hashAfter',
  'result',
  'despite',
  'doubt',
] as const;

function Event({ event, zone }: { readonly event: CustodyEvent; readonly zone: string }) {
  const text = en.evidence.events;
  const at = new Date(event.at);
  return (
    <li>
      <div className="row">
        <span className="num t3">{event.sequence}</span>
        <b>{event.released === true ? text.released : (text.names[event.event] ?? event.event)}</b>
        <span className="num">{fullTime(at, zone, 'second')}</span>
        {zone === 'UTC' ? null : <span className="meta num">{clockWithZone(at, 'UTC', 'second')}</span>}
      </div>
      <dl className="event-facts">
        {FACTS.map((name) => {
          const value = event[name];
          return value === undefined || value === '' ? null : (
            <div key={name}>
              <dt>{text.facts[name]}</dt>
              <dd className={name.startsWith('hash') ? 'mono' : name === 'doubt' ? 'danger-text' : undefined}>
                {visibleText(value)}
              </dd>
            </div>
          );
        })}
        <div>
          <dt>{text.facts.writtenBy}</dt>
          <dd>
            <TrustMark trust={event.author.trust} named /> {visibleName(event.author.name)}
          </dd>
        </div>
        <div>
          <dt>{text.facts.recorded}</dt>
          <dd className="num">
            {fullTime(new Date(event.recorded), zone, 'second')}, {en.timeline.entryN(count(event.number))}{' '}
            <span className="mono">{visibleName(event.entry.slice(0, 8))}</span>
          </dd>
        </div>
      </dl>
    </li>
  );
}

/** Every fact of every custody event, in order: what a court asks for. */
export function CustodyEvents({
  custody,
  zone,
}: {
  readonly custody: readonly CustodyEvent[];
  readonly zone: string;
}) {
  const text = en.evidence.events;
  return (
    <details className="events">
      <summary>
        {text.title} <span className="meta num">{text.count(count(custody.length))}</span>
      </summary>
      <ol>
        {custody.map((event) => (
          <Event key={event.sequence} event={event} zone={zone} />
        ))}
      </ol>
    </details>
  );
}
