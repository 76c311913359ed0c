import type { EntryView } from '../../../src-main/contract/entry.ts';
import { count } from '../../format/number.ts';
import { clockWithZone, shortDay } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { useCase, useShownZone } from '../../state/case.ts';
import { useWitness } from '../../state/witness.ts';
import { en } from '../../strings/en.ts';
import { TrustMark } from '../../ui/trust-mark.tsx';

function Row({ entry }: { readonly entry: EntryView }) {
  const text = en.witness;
  const zone = useShownZone();
  const all = useCase((state) => state.info?.entries ?? 0);
  const at = new Date(entry.occurred?.utc ?? entry.recorded);
  const entries = typeof entry['entries'] === 'number' ? entry['entries'] : 0;
  const person = typeof entry['person'] === 'string' ? entry['person'] : '';
  const by = text.means[entry['by'] as keyof typeof text.means] ?? '';
  return (
    <li>
      <span className="num t2">
        {shortDay(at, zone)} {clockWithZone(at, zone, 'minute')}
      </span>
      <span className="grow num">
        {text.beforeRow(visibleName(person), by.toLowerCase(), count(entries))}{' '}
        <TrustMark trust={entry.author.trust} />
      </span>
      <span className="meta num">{text.since(count(Math.max(0, all - entries)))}</span>
    </li>
  );
}

/** Who was told which fingerprint, the newest first. */
export function ToldBefore() {
  const text = en.witness;
  const told = useWitness((state) => state.told);
  return (
    <section className="col" aria-labelledby="told-before">
      <h2 id="told-before">{text.before}</h2>
      {told.length === 0 ? (
        <p className="t2">{text.beforeNone}</p>
      ) : (
        <ul className="witness-told">
          {told.map((entry) => (
            <Row key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
    </section>
  );
}
