import type { ResponseOf } from '../../../src-main/contract/index.ts';
import { entryClock } from '../../format/occurred.ts';
import { visibleText } from '../../format/visible.ts';
import { useShownZone } from '../../state/case.ts';
import { openPlanForm } from '../../state/plan.ts';
import { openEntry } from '../../state/timeline.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { IconShieldHalf } from '../../ui/icons.ts';

interface Props {
  readonly phase: 'containment' | 'eradication';
  readonly actions: ResponseOf<'action.list'>['actions'];
  readonly writable: boolean;
}

/** What was done in a phase, each with what came of it. */
export function ActionList({ phase, actions, writable }: Props) {
  const zone = useShownZone();
  const text = en.plan;
  const mine = actions.filter(({ entry }) => entry.phase === phase);
  return (
    <section className="plan-actions" aria-labelledby="plan-actions">
      <div className="section-head">
        <h2 id="plan-actions">{text.actions}</h2>
        <span className="meta">{text.actionsHint}</span>
        {writable ? (
          <Button className="right" icon={IconShieldHalf} onClick={() => openPlanForm('action')}>
            {text.record}
          </Button>
        ) : null}
      </div>
      {mine.length === 0 ? <p className="t2">{text.noActions}</p> : null}
      <ul>
        {mine.map(({ entry, results }) => (
          <li key={entry.id}>
            <button type="button" className="link num" onClick={() => void openEntry(entry.id)}>
              {entryClock(entry, 'occurred', zone)}
            </button>{' '}
            {visibleText(entry.text)}
            {results.map((result) => (
              <div key={result.id} className="meta">
                {visibleText(result.text)}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
