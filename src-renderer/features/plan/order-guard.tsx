import { showSection } from '../../state/case.ts';
import { lacksEvidence, openPlanForm, usePlan } from '../../state/plan.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ExhibitChip } from '../../ui/chip.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconCircleCheck, IconCircleDashed } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';

/** What has to be registered before a step destroys it, with what is here (RFC 3227). Nothing where all is. */
export function OrderGuard({ writable }: { readonly writable: boolean }) {
  const plan = usePlan((state) => state.plan);
  const missing = usePlan(lacksEvidence);
  const text = en.plan.guard;
  if (plan === null || !missing) return null;
  return (
    <>
      <Notice tone="warn" title={text.title}>
        <p>{text.hint}</p>
        <ul className="guard-list">
          {plan.collected.map(({ kind, exhibits }) => (
            <li key={kind}>
              <span className={exhibits.length > 0 ? 'ok-text' : 'warn-text'}>
                <Ic of={exhibits.length > 0 ? IconCircleCheck : IconCircleDashed} size={14} />
              </span>{' '}
              {text.kinds[kind]}
              <span className="sr">
                {exhibits.length > 0 ? en.plan.gateShown : en.plan.gateLacks(en.plan.lacks[kind] ?? kind)}
              </span>
              <span className="right">
                {exhibits.map((exhibit) => (
                  <ExhibitChip key={exhibit} exhibit={exhibit} />
                ))}
              </span>
            </li>
          ))}
        </ul>
      </Notice>
      {writable ? (
        <div className="row">
          <Button look="primary" onClick={() => showSection('evidence')}>
            {text.collect}
          </Button>
          <Button look="quiet" onClick={() => openPlanForm('done')}>
            {text.goOn}
          </Button>
        </div>
      ) : null}
    </>
  );
}
