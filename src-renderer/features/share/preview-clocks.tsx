import type { Preview } from '../../../src-main/contract/merge.ts';
import { duration } from '../../format/duration.ts';
import { visibleName } from '../../format/visible.ts';
import { en } from '../../strings/en.ts';

type Clock = Preview['clocks'][number];

function offset(ms: number): string {
  const text = en.merge.preview;
  const seconds = Math.round(Math.abs(ms) / 1000);
  if (seconds === 0) return text.equal;
  return ms < 0 ? text.behind(duration(seconds)) : text.ahead(duration(seconds));
}

/** What the order of entries says, with the reason. */
function bounds({ least, most }: Clock): string | null {
  const text = en.merge.preview;
  if (least !== null && most !== null) {
    return least > most ? text.moved : text.between(offset(least), offset(most));
  }
  if (most !== null) return text.atMost(offset(most));
  return least === null ? null : text.atLeast(offset(least));
}

/** How far the clocks of the others are from this one: an estimate, with what it rests on. */
export function PreviewClocks({ clocks }: Pick<Preview, 'clocks'>) {
  const text = en.merge.preview;
  if (clocks.length === 0) return null;
  return (
    <section className="col" aria-labelledby="preview-clocks">
      <h2 id="preview-clocks">{text.clocks}</h2>
      <dl className="kv preview-clocks">
        {clocks.map((clock) => {
          const order = bounds(clock);
          return (
            <div key={clock.key} className="kv-row">
              <dt>{text.clockOf(visibleName(clock.name))}</dt>
              {clock.compared === null ? null : <dd>{text.compared(offset(clock.compared))}</dd>}
              {order === null ? null : <dd>{order}</dd>}
            </div>
          );
        })}
      </dl>
    </section>
  );
}
