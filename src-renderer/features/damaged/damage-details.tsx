import type { ErrorData } from '../../../src-main/contract/error.ts';
import { count } from '../../format/number.ts';
import { visibleName } from '../../format/visible.ts';
import { en } from '../../strings/en.ts';

/** A file of a million pages may have many bad ones; the first few tell where. */
const SHOWN = 24;

function valueText(value: unknown): string {
  const text = en.start.damaged;
  if (Array.isArray(value)) {
    const shown = value.slice(0, SHOWN).map(String).join(', ');
    const more = value.length - SHOWN;
    return text.pagesOf(shown, more > 0 ? text.andMore(count(more)) : '');
  }
  if (typeof value === 'number') return count(value);
  if (typeof value === 'string') return visibleName(value);
  return JSON.stringify(value) ?? '';
}

interface Props {
  readonly details: ErrorData['details'];
  readonly path: string;
}

/** Everything that the engine found out about the damage. */
export function DamageDetails({ details, path }: Props) {
  const text = en.start.damaged;
  // The list tells how many, too, as long as it is whole.
  const whole = Array.isArray(details['damaged']) && details['damaged'].length === details['damagedCount'];
  const known = Object.entries(details).filter(
    ([name, value]) => value !== undefined && value !== null && !(whole && name === 'damagedCount'),
  );
  const rows = details.path === undefined ? [['path', path] as const, ...known] : known;
  return (
    <>
      <dl className="kv damage">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{text.details[name] ?? name}</dt>
            <dd className="num">{valueText(value)}</dd>
          </div>
        ))}
      </dl>
      {known.length === 0 ? <p className="t3">{text.nothingKnown}</p> : null}
    </>
  );
}
