import type { Preview } from '../../../src-main/contract/merge.ts';
import { fullTime } from '../../format/time.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { useShownZone } from '../../state/case.ts';
import { en } from '../../strings/en.ts';
import { conflictSubject } from './conflict-words.ts';

type Conflict = Preview['conflicts'][number];

function Values({ conflict, side }: { readonly conflict: Conflict; readonly side: 'here' | 'there' }) {
  const text = en.merge.preview;
  const zone = useShownZone();
  return (
    <div className="col">
      <h4 className="label">{side === 'here' ? text.here : text.there}</h4>
      {conflict.values
        .filter((value) => value.side === side)
        .map((value) => (
          <p key={`${value.recorded} ${value.text}`} className="conflict-value">
            <b>{visibleText(value.text)}</b>
            <span className="meta num">
              {text.valueBy(visibleName(value.name), fullTime(new Date(value.recorded), zone, 'minute'))}
            </span>
          </p>
        ))}
    </div>
  );
}

/** Statements that would stand beside each other: what this file says, and what the copy says. */
export function PreviewConflicts({ conflicts }: Pick<Preview, 'conflicts'>) {
  const text = en.merge.preview;
  if (conflicts.length === 0) return null;
  return (
    <section className="col" aria-labelledby="preview-conflicts">
      <h2 id="preview-conflicts">{text.conflicts}</h2>
      <p className="t2">{text.conflictsHint}</p>
      {conflicts.map((conflict) => (
        <div key={conflict.what} className="preview-conflict">
          <h3>{conflictSubject(conflict)}</h3>
          <div className="share-pair">
            <Values conflict={conflict} side="here" />
            <Values conflict={conflict} side="there" />
          </div>
        </div>
      ))}
    </section>
  );
}
