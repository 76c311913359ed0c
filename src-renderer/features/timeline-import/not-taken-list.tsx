import type { NotTaken } from '../../../src-main/contract/timeline-import.ts';
import { count } from '../../format/number.ts';
import { visibleName } from '../../format/visible.ts';
import { en } from '../../strings/en.ts';

interface Props {
  readonly rows: readonly NotTaken[];
  /** How many there are; the list may be cut. */
  readonly all: number;
}

/** Lines that are drawn; the record names all of them. */
const DRAWN = 200;

/** Every row that is not taken, with its line and why. */
export function NotTakenList({ rows, all }: Props) {
  const text = en.timelineImport;
  if (all === 0) return null;
  const drawn = rows.slice(0, DRAWN);
  return (
    <section className="not-taken" aria-label={text.notTaken(count(all))}>
      <p>
        <b>{text.notTaken(count(all))}.</b> <span className="t2">{text.notTakenHint}</span>
      </p>
      <ul>
        {drawn.map(({ line, fault, typed, choices }) => (
          <li key={line}>
            <span className="num">{text.lineOf(count(line))}</span> {text.faults[fault]}
            {typed === undefined ? '' : `: “${visibleName(typed)}”`}
            {choices === undefined ? '' : text.choices(choices.join(', '))}
          </li>
        ))}
        {all > drawn.length ? <li>{text.notTakenMore(count(all - drawn.length))}</li> : null}
      </ul>
    </section>
  );
}
