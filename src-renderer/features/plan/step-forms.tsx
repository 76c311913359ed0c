import { useState } from 'react';
import type { PlanStepView } from '../../../src-main/contract/plan.ts';
import { visibleName } from '../../format/visible.ts';
import { lacksEvidence, openPlanForm, saveStep, usePlan } from '../../state/plan.ts';
import { en } from '../../strings/en.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { WhyDialog } from '../../ui/why-dialog.tsx';
import { labelsIn } from './labels-in.ts';

const close = (): void => openPlanForm(null);
const filled = (name: string, text: string) => (text.trim() === '' ? {} : { [name]: text.trim() });

/** A step is done: by whom, when, with a remark. */
export function DoneForm({ step }: { readonly step: PlanStepView }) {
  const text = en.plan.doneForm;
  const [by, setBy] = useState('');
  const [at, setAt] = useState('');
  const [why, setWhy] = useState('');
  const [exhibits, setExhibits] = useState('');
  const [before, setBefore] = useState('');
  const guarded = usePlan(lacksEvidence) && step.destroys;
  const { busy, error, submit } = useSubmit(
    async () =>
      saveStep(
        {
          step: step.id,
          state: 'done',
          evidence: labelsIn(exhibits),
          ...filled('by', by),
          ...filled('at', at),
          ...filled('why', why),
          ...filled('beforeEvidence', before),
        },
        en.plan.saved.done,
      ),
    close,
  );
  return (
    <FormDialog
      title={text.title}
      action={text.save}
      ready={!guarded || before.trim() !== ''}
      busy={busy}
      error={error}
      failed={en.plan.failed}
      onSubmit={submit}
      onClose={close}
    >
      <p className="b">{visibleName(step.title)}</p>
      <div className="two-columns">
        <TextField label={text.by} value={by} onChange={setBy} help={text.byHint} autoFocus />
        <TextField label={text.at} value={at} onChange={setAt} help={text.atHint} />
      </div>
      {guarded ? (
        <Notice tone="warn" title={en.plan.guard.title}>
          <TextField label={text.beforeEvidence} value={before} onChange={setBefore} required />
        </Notice>
      ) : null}
      <TextArea label={text.why} value={why} onChange={setWhy} />
      <TextField label={text.exhibits} value={exhibits} onChange={setExhibits} help={text.exhibitsHint} />
    </FormDialog>
  );
}

/** A step is not done, or open again: both say why. */
export function ReasonForm({
  step,
  state,
}: {
  readonly step: PlanStepView;
  readonly state: 'skipped' | 'reopened';
}) {
  const text = state === 'skipped' ? en.plan.skipForm : en.plan.reopenForm;
  return (
    <WhyDialog
      title={text.title}
      action={text.save}
      failed={en.plan.failed}
      why={text.why}
      whyExample=""
      work={async (why) => saveStep({ step: step.id, state, why }, en.plan.saved[state])}
      onClose={close}
    >
      <p className="b">{visibleName(step.title)}</p>
    </WhyDialog>
  );
}
