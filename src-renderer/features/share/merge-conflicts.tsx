import type { CaseInfo } from '../../../src-main/contract/case.ts';
import type { Merged } from '../../../src-main/contract/merge.ts';
import { visibleText } from '../../format/visible.ts';
import { useCase } from '../../state/case.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconCircleCheck, IconScale } from '../../ui/icons.ts';
import { conflictSubject, settlingOf } from './conflict-words.ts';

type Conflict = Merged['conflicts'][number];

/** Whether an entry has settled it since, as far as the window knows at once. */
function isSettled({ what }: Conflict, info: CaseInfo | null): boolean {
  if (what === 'phase') return (info?.phases ?? []).length < 2;
  const fact = what.startsWith('fact/') ? info?.facts.find(({ name }) => `fact/${name}` === what) : undefined;
  return fact !== undefined && fact.conflict.length === 0;
}

function Settle({ conflict }: { readonly conflict: Conflict }) {
  const settled = useCase((state) => isSettled(conflict, state.info));
  if (settled) {
    return (
      <span className="ok-text">
        <Ic of={IconCircleCheck} size={14} /> {en.merge.settle.settled}
      </span>
    );
  }
  const settling = settlingOf(conflict);
  if (settling === null) return null;
  return (
    <Button
      className="small"
      icon={IconScale}
      aria-label={`${settling.label} ${conflictSubject(conflict)}`}
      onClick={settling.start}
    >
      {settling.label}
    </Button>
  );
}

/** What stands beside each other after a merge, each with the press that begins to settle it. */
export function MergeConflicts({ conflicts }: Pick<Merged, 'conflicts'>) {
  const text = en.merge.done;
  const readOnly = useCase((state) => state.info?.readOnly ?? true);
  if (conflicts.length === 0) return null;
  return (
    <section className="col" aria-labelledby="merge-conflicts">
      <h2 id="merge-conflicts">{text.conflicts}</h2>
      <p className="t2">{text.conflictsHint}</p>
      <dl className="kv merge-conflicts">
        {conflicts.map((conflict) => (
          <div key={conflict.what} className="kv-row">
            <dt>{conflictSubject(conflict)}</dt>
            <dd>
              <ul>
                {conflict.values.map((value, at) => (
                  <li key={`${at} ${value}`}>{visibleText(value)}</li>
                ))}
              </ul>
              {readOnly ? null : <Settle conflict={conflict} />}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
