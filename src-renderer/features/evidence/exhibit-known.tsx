import type { DetailChange, Exhibit } from '../../../src-main/contract/evidence.ts';
import { count } from '../../format/number.ts';
import { fullTime } from '../../format/time.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { en } from '../../strings/en.ts';
import { saidText } from './exhibit-words.ts';
import type { SaidName } from './said-values.ts';

const KNOWN = [
  'source',
  'program',
  'covers',
  'zone',
  'clockOffset',
  'provider',
  'itemId',
  'console',
  'rotation',
  'make',
  'serial',
] as const satisfies readonly SaidName[];

interface Props {
  readonly exhibit: Exhibit;
  readonly zone: string;
}

/** What was said about an exhibit. */
export function ExhibitKnown({ exhibit, zone }: Props) {
  const text = en.intake;
  const known = KNOWN.flatMap((name) => {
    const value = exhibit[name];
    return value === undefined ? [] : [[name, saidText(name, value, zone)] as const];
  });
  if (known.length === 0) return null;
  return (
    <dl className="event-facts exhibit-known" aria-label={text.known}>
      {known.map(([name, value]) => (
        <div key={name}>
          <dt>{text.short[name]}</dt>
          <dd className="num">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const NAMES: Readonly<Record<string, string>> = {
  ...en.intake.details,
  title: en.intake.name,
  type: en.intake.kind,
};

interface HistoryProps {
  readonly history: readonly DetailChange[];
  readonly zone: string;
}

/** What was said later, with what stood before, who said it, and why. */
export function ExhibitHistory({ history, zone }: HistoryProps) {
  const text = en.intake;
  if (history.length === 0) return null;
  return (
    <details className="events">
      <summary>
        {text.history.title} <span className="meta num">{text.history.count(count(history.length))}</span>
      </summary>
      <ul>
        {history.map((change) => (
          <li key={`${change.entry} ${change.field}`}>
            <b>{NAMES[change.field] ?? change.field}</b>{' '}
            {change.before === null ? (
              <span className="t3">{text.history.nothingBefore}</span>
            ) : (
              <s className="t3">{saidText(change.field, change.before, zone)}</s>
            )}{' '}
            → <span className="num">{saidText(change.field, change.after, zone)}</span>
            <div className="meta num">
              {fullTime(new Date(change.at), zone, 'second')}, {visibleName(change.by)},{' '}
              {en.timeline.entryN(count(change.number))}
              {change.reason === undefined ? '' : `, ${text.history.reason(visibleText(change.reason))}`}
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
