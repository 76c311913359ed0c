import { useEffect } from 'react';
import { dayKey } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { loadPreparation, usePreparation } from '../../state/preparation.ts';
import { en } from '../../strings/en.ts';

/** Which plan is copied into the new case, and who approved it. */
export function PlanLine() {
  const text = en.preparation.copies;
  const shown = usePreparation((state) => state.shown);
  useEffect(() => void loadPreparation(), []);
  if (shown === null) return null;
  const { plan, zone } = shown;
  const { approval } = plan;
  return (
    <>
      <dt>{text.label}</dt>
      <dd>
        {approval === null
          ? text.notApproved(visibleName(plan.title), plan.version)
          : text.approved(
              visibleName(approval.title),
              approval.version,
              visibleName(approval.by),
              dayKey(new Date(approval.at), zone),
            )}
      </dd>
    </>
  );
}
