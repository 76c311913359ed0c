import type { Preparation } from '../../../src-main/contract/preparation.ts';
import { dayKey } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { editPlan } from '../../state/plan-editor.ts';
import { openPreparationForm } from '../../state/preparation.ts';
import { exportPlan, importPlan } from '../../state/preparation-files.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { DueMark } from '../../ui/due-mark.tsx';
import { IconCheck, IconDownload, IconPencil, IconShare2 } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { PlanLines } from './plan-lines.tsx';

/** Which plan a new case copies, who approved it, and when it is looked at again. */
export function PlanPage({ shown }: { readonly shown: Preparation }) {
  const text = en.preparation.plan;
  const { plan, zone } = shown;
  const { approval, approved } = plan;
  return (
    <>
      <div className="prep-plan">
        <h2>{text.version(visibleName(plan.title), plan.version, plan.steps)}</h2>
        {plan.unusable === null ? null : <Notice tone="danger" title={text.unusable} />}
        {approval !== null && approved ? (
          <p>
            <DueMark
              state="ok"
              word={text.approvedBy(visibleName(approval.by), dayKey(new Date(approval.at), zone))}
            />
          </p>
        ) : (
          <Notice tone="warn" title={text.notApproved}>
            {approval === null ? text.neverApproved : text.notApprovedHint(approval.version)}
          </Notice>
        )}
        {plan.reviewDue === null ? null : (
          <p>
            <DueMark
              state={plan.reviewState}
              word={
                plan.reviewState === 'ok'
                  ? text.review(dayKey(new Date(plan.reviewDue), zone))
                  : text.reviewState(
                      en.preparation.states[plan.reviewState],
                      dayKey(new Date(plan.reviewDue), zone),
                    )
              }
            />
          </p>
        )}
        <div className="row prep-foot">
          <Button look="primary" icon={IconPencil} onClick={() => void editPlan()}>
            {text.edit}
          </Button>
          <Button icon={IconCheck} onClick={() => openPreparationForm({ kind: 'approve' })}>
            {text.approve}
          </Button>
          <Button icon={IconDownload} onClick={() => void importPlan()}>
            {text.import}
          </Button>
          <Button icon={IconShare2} onClick={() => void exportPlan()}>
            {text.export}
          </Button>
        </div>
      </div>
      <PlanLines version={plan.version} />
    </>
  );
}
