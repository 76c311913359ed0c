import type { ResponseOf } from '../../../src-main/contract/index.ts';
import { kindName } from '../../format/entry-words.ts';
import { count } from '../../format/number.ts';
import { fullTime } from '../../format/time.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { useShownZone } from '../../state/case.ts';
import { en } from '../../strings/en.ts';
import { TrustMark } from '../../ui/trust-mark.tsx';

/** What was written since a fingerprint was told: nothing of it is fixed by that. */
export function CameSince({ came, since }: Pick<ResponseOf<'witness.check'>, 'came' | 'since'>) {
  const text = en.witness;
  const zone = useShownZone();
  if (came.length === 0) return null;
  return (
    <section className="col" aria-labelledby="came-since">
      <h3 id="came-since">{text.cameSince}</h3>
      <ul className="witness-told witness-since">
        {came.map(({ id, recorded, kind, author, text: words }) => (
          <li key={id}>
            <span className="num t2 nowrap">{fullTime(new Date(recorded), zone, 'second')}</span>
            <span className="grow">
              {visibleText(words)}{' '}
              <span className="meta">
                {kindName(kind)}, <TrustMark trust={author.trust} /> {visibleName(author.name)}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {since > came.length ? <p className="t2 num">{text.cameMore(count(since - came.length))}</p> : null}
    </section>
  );
}
