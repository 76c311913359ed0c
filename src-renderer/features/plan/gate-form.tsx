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

interface LineProps {
  readonly line: PlanGateLineView;
  readonly given: Given;
  readonly onChange: (given: Given) => void;
}

function Line({ line, given, onChange }: LineProps) {
  const text = en.plan;
  const options = (['unanswered', 'yes', 'no', 'not-applicable'] as const).map((value) => ({
    value,
    label: text.answers[value],
  }));
  const title = visibleName(line.title);
  return (
    <li>
      <GateShown line={line} />
      {line.shown?.holds === true ? null : (
        <>
          <Segmented
            label={title}
            value={given.answer}
            options={options}
            onChange={(answer) => onChange({ ...given, answer })}
          />
          {given.answer === 'no' || given.answer === 'not-applicable' ? (
            <TextField
              label={given.answer === 'no' ? text.gateForm.why : text.gateForm.remark}
              value={given.why}
              onChange={(why) => onChange({ ...given, why })}
              required={given.answer === 'no'}
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
  const asked = lines.filter(({ shown }) => shown?.holds !== true);
  const open = asked.filter(({ id }) => given(id).answer === 'unanswered').length;
  const complete = asked.every(({ id }) => given(id).answer !== 'no' || given(id).why.trim() !== '');
  const name = en.caseFrame.phases[phase] ?? phase;
  const { busy, error, submit } = useSubmit(async () => {
    const gate = asked.flatMap(({ id }): GateAnswer[] => {
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
