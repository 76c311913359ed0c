import { useState } from 'react';
import { isPhase } from '../../../src-main/domain/phase.ts';
import type { Plan } from '../../../src-main/domain/plan/plan.ts';
import { errorWords } from '../../format/error-words.ts';
import {
  changePlan,
  isPlanChanged,
  savePlan,
  throwPlanAway,
  usePlanEditor,
} from '../../state/plan-editor.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ItemList } from './item-list.tsx';
import { numberIn } from './plan-item.ts';
import type { PlanPart } from './plan-parts.ts';
import './plan-editor.css';

const PARTS = Object.keys(en.planEditor.parts) as PlanPart[];

/** A plan from elsewhere may lack a phase: what would be added to it would go nowhere. */
const partsOf = ({ phases }: Plan): readonly PlanPart[] =>
  PARTS.filter((part) => {
    const name = part.replace('gate-', '');
    return !isPhase(name) || phases.some(({ id }) => id === name);
  });

function General({ plan }: { readonly plan: Plan }) {
  const text = en.planEditor.fields;
  return (
    <div className="editor-general">
      <TextField label={text.planTitle} value={plan.title} onChange={(title) => changePlan({ title })} />
      <TextField
        label={text.reviewMonths}
        value={String(plan.review_months ?? '')}
        // What is no number stays as it was typed, and saving says so.
        onChange={(typed) => changePlan({ review_months: numberIn(typed) as number | undefined })}
      />
    </div>
  );
}

/** What should the plan say? A copy is changed; all of it is checked and saved at once, or nothing. */
export function PlanEditor() {
  const text = en.planEditor;
  const [part, setPart] = useState<PlanPart>('identification');
  const { draft, error, busy } = usePlanEditor();
  const changed = usePlanEditor(isPlanChanged);
  if (draft === null) return null;
  return (
    <main className="prep" aria-labelledby="editor-heading">
      <div className="prep-head">
        <h1 id="editor-heading">{text.title}</h1>
        <span className="meta">{text.hint(draft.version + 1)}</span>
        <span className="right row">
          <span className={changed ? 'warn-text' : 'meta'}>{changed ? text.unsaved : text.same}</span>
          <Button look="quiet" onClick={throwPlanAway}>
            {changed ? text.throwAway : text.back}
          </Button>
          <Button
            look="primary"
            aria-disabled={!changed || busy}
            onClick={() => void (changed && savePlan())}
          >
            {text.save}
          </Button>
        </span>
      </div>
      {error === null ? null : (
        <Notice tone="danger" role="alert" title={text.failed}>
          {errorWords(error)} <ErrorCode code={error.code} />
        </Notice>
      )}
      <div className="prep-body">
        <div className="editor-part">
          <SelectField
            label={text.part}
            value={part}
            options={partsOf(draft).map((value) => ({ value, label: text.parts[value] }))}
            onChange={(value) => setPart(PARTS.find((one) => one === value) ?? part)}
            autoFocus
          />
        </div>
        {part === 'general' ? <General plan={draft} /> : <ItemList key={part} plan={draft} part={part} />}
      </div>
    </main>
  );
}
