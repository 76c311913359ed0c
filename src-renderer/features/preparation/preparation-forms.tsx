import type { Preparation } from '../../../src-main/contract/preparation.ts';
import { usePreparation } from '../../state/preparation.ts';
import { ApproveForm } from './approve-form.tsx';
import { CheckForm } from './check-form.tsx';
import { DefenceForm } from './defence-form.tsx';
import { DrillForm } from './drill-form.tsx';
import { FindingForm } from './finding-form.tsx';
import { MemberForm } from './member-form.tsx';
import { ReviewForm } from './review-form.tsx';

/** What is asked over the preparation. */
export function PreparationForms({ shown }: { readonly shown: Preparation }) {
  const form = usePreparation((state) => state.form);
  switch (form?.kind) {
    case undefined:
      return null;
    case 'member':
      return <MemberForm member={form.member} roles={shown.roles} />;
    case 'defence':
      return <DefenceForm defence={form.defence} />;
    case 'check':
      return <CheckForm defence={form.defence} shown={shown} />;
    case 'finding':
      return <FindingForm finding={form.finding} shown={shown} />;
    case 'review':
      return <ReviewForm />;
    case 'approve':
      return <ApproveForm version={shown.plan.version} />;
    case 'drill':
      return <DrillForm now={shown.now} zone={shown.zone} />;
  }
}
