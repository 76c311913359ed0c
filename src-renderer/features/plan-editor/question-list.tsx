import { useState } from 'react';
import { slugOf } from '../../../src-main/domain/preparation/slug.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { IconPlus, IconX } from '../../ui/icons.ts';
import { TextField } from '../../ui/text-field.tsx';
import { MoveButtons, swapped } from './move-buttons.tsx';
import { type PlanItem, objectIn } from './plan-item.ts';

/** A question as it is being edited; `id` is empty for one that is new. */
export interface Question {
  /** Keeps the field while others move. */
  readonly key: string;
  readonly id: string;
  readonly title: string;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export function questionsIn(item: PlanItem): readonly Question[] {
  const list = item['questions'];
  return (Array.isArray(list) ? list : []).map((one: unknown, at) => {
    const { id, title } = objectIn(one);
    return { key: String(at), id: textOf(id), title: textOf(title) };
  });
}

/** The item with its questions: kept ones with their ids, new ones with ids of their own; empty ones go. */
export function keptQuestions(
  item: PlanItem,
  questions: readonly Question[],
  taken: ReadonlySet<string>,
): PlanItem {
  const ids = new Set([...taken, item.id]);
  const kept = questions
    .map(({ id, title }) => ({ id, title: title.trim() }))
    .filter(({ title }) => title !== '')
    .map(({ id, title }) => {
      const own = id === '' ? slugOf(`${item.id} ${title}`, ids, 'question') : id;
      ids.add(own);
      return { id: own, title };
    });
  return { ...item, questions: kept };
}

interface Props {
  readonly questions: readonly Question[];
  readonly onChange: (questions: readonly Question[]) => void;
}

/** What is asked of somebody who notices it this way. */
export function QuestionList({ questions, onChange }: Props) {
  const text = en.planEditor.fields;
  const [made, setMade] = useState(0);
  const add = (): void => {
    setMade(made + 1);
    onChange([...questions, { key: `new-${made}`, id: '', title: '' }]);
  };
  return (
    <fieldset className="editor-questions">
      <legend>{text.questions}</legend>
      <p className="meta">{text.questionsHint}</p>
      {questions.map(({ key, id, title }, at) => (
        <div key={key} className="editor-question">
          <TextField
            label={text.question(at + 1)}
            value={title}
            autoFocus={id === '' && title === ''}
            onChange={(typed) =>
              onChange(questions.map((one, place) => (place === at ? { ...one, title: typed } : one)))
            }
          />
          <MoveButtons
            at={at}
            count={questions.length}
            up={text.questionUp(at + 1)}
            down={text.questionDown(at + 1)}
            onMove={(to) => onChange(swapped(questions, at, to))}
          />
          <Button
            look="quiet"
            icon={IconX}
            aria-label={text.removeQuestion(at + 1)}
            title={text.removeQuestion(at + 1)}
            onClick={() => onChange(questions.filter((_, place) => place !== at))}
          />
        </div>
      ))}
      <div>
        <Button icon={IconPlus} onClick={add}>
          {text.addQuestion}
        </Button>
      </div>
    </fieldset>
  );
}
