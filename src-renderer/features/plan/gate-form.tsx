import { useState } from 'react';
import type { GateAnswer } from '../../../src-main/contract/course.ts';
import type { PlanGateLineView } from '../../../src-main/contract/plan.ts';
import { visibleName } from '../../format/visible.ts';
import { enterPhase } from '../../state/course.ts';
import { askGate, gateBefore, loadPlan, usePlan } from '../../state/plan.ts';
import { en } from '../../strings/en.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { GateShown } from './gate-shown.tsx';

const close = (): void => askGate(null);

type Answer = GateAnswer['answer'] | 'unanswered';
interface Given {
  readonly answer: Answer;
  readonly why: string;
}
const UNANSWERED: Given = { answer: 'unanswered', why: '' };

const ANSWERS = ['unanswered', 'yes', 'no', 'not-applicable'] as const;
/** Yes is what the record says. */
const SHOWN_ANSWERS = ['unanswered', 'no', 'not-applicable'] as const;

/** An answer that needs a reason and has none: no, and whatever the record shows otherwise. */
const isUnreasoned = ({ shown }: PlanGateLineView, { answer, why }: Given): boolean =>
  why.trim() === '' && (answer === 'no' || (answer === 'not-applicable' && shown?.holds === true));

interface LineProps {
  readonly line: PlanGateLineView;
  readonly given: Given;
  readonly onChange: (given: Given) => void;
}

function Line({ line, given, onChange }: LineProps) {
  const text = en.plan;
  const shown = line.shown?.holds === true;
  const [otherwise, setOtherwise] = useState(false);
  const title = visibleName(line.title);
  const options = (shown ? SHOWN_ANSWERS : ANSWERS).map((value) => ({
    value,
    label: shown && value === 'unanswered' ? text.gateForm.asShown : text.answers[value],
  }));
  const needsWhy = isUnreasoned(line, { ...given, why: '' });
  return (
    <li>
      <GateShown line={line} />
      {shown && !otherwise ? (
        <button
          type="button"
          className="link"
          aria-label={text.gateForm.otherwiseOf(title)}
          onClick={() => setOtherwise(true)}
        >
          {text.gateForm.otherwise}
        </button>
      ) : (
        <>
          <Segmented
            label={title}
            value={given.answer}
            options={options}
            onChange={(answer) => onChange({ ...given, answer })}
          />
          {given.answer === 'no' || given.answer === 'not-applicable' ? (
            <TextField
              label={shown ? text.gateForm.whyOtherwise : needsWhy ? text.gateForm.why : text.gateForm.remark}
              value={given.why}
              onChange={(why) => onChange({ ...given, why })}
              required={needsWhy}
            />
          ) : null}
        </>
      )}
    </li>
  );
}

interface FormProps {
  readonly phase: string;
  readonly why: string;
  readonly lines: readonly PlanGateLineView[];
}

function GateDialog({ phase, why: begun, lines }: FormProps) {
  const text = en.plan.gateForm;
  const [answers, setAnswers] = useState<Readonly<Record<string, Given>>>({});
  const [why, setWhy] = useState(begun);
  const given = (id: string): Given => answers[id] ?? UNANSWERED;
  const open = lines.filter(
    ({ id, shown }) => shown?.holds !== true && given(id).answer === 'unanswered',
  ).length;
  const complete = lines.every((line) => !isUnreasoned(line, given(line.id)));
  const name = en.caseFrame.phases[phase] ?? phase;
  const { busy, error, submit } = useSubmit(async () => {
    const gate = lines.flatMap(({ id }): GateAnswer[] => {
      const { answer, why: reason } = given(id);
      if (answer === 'unanswered') return [];
      return [{ id, answer, ...(reason.trim() === '' ? {} : { why: reason.trim() }) }];
    });
    const problem = await enterPhase(phase, why, en.facts.phase.done(name), gate);
    if (problem === null) await loadPlan();
    return problem;
  }, close);
  return (
    <FormDialog
      title={text.title(name)}
      action={text.save(name)}
      ready={complete && (open === 0 || why.trim() !== '')}
      busy={busy}
      error={error}
      failed={text.failed}
      onSubmit={submit}
      onClose={close}
    >
      <p className="meta">{text.hint}</p>
      <ul className="gate-lines">
        {lines.map((line) => (
          <Line
            key={line.id}
            line={line}
            given={given(line.id)}
            onChange={(next) => setAnswers({ ...answers, [line.id]: next })}
          />
        ))}
      </ul>
      <TextField
        label={open === 0 ? text.go : text.all}
        value={why}
        onChange={setWhy}
        help={open === 0 ? text.goHint : text.allHint(open)}
        required={open > 0}
        autoFocus
      />
    </FormDialog>
  );
}

/** The gate of the phase that is left, over whichever screen asked for it. */
export function GateForm() {
  const leaving = usePlan((state) => state.leaving);
  const plan = usePlan((state) => state.plan);
  if (leaving === null) return null;
  return <GateDialog {...leaving} lines={gateBefore({ plan }, leaving.phase)} />;
}
