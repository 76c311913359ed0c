import { en } from '../../strings/en.ts';
import { TextField } from '../../ui/text-field.tsx';
import type { Intake } from './use-intake.ts';

/** What the plan asks about the chosen source. */
export function SourceQuestions({ intake }: { readonly intake: Intake }) {
  const { known, change, questions } = intake;
  if (questions.length === 0) return null;
  return (
    <section className="new-questions" aria-label={en.start.create.questions}>
      {questions.map(({ id, title }) => (
        <div key={id} data-plan-id={id}>
          <TextField
            label={title}
            value={known.answers[id] ?? ''}
            onChange={(text) => change({ answers: { ...known.answers, [id]: text } })}
          />
        </div>
      ))}
    </section>
  );
}
