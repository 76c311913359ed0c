import { useState } from 'react';
import type { Plan } from '../../../src-main/domain/plan/plan.ts';
import { slugOf } from '../../../src-main/domain/preparation/slug.ts';
import { visibleName } from '../../format/visible.ts';
import { takenIds } from '../../state/plan-editor.ts';
import { en } from '../../strings/en.ts';
import { Check } from '../../ui/check.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { ItemField, PlanItem } from './plan-item.ts';
import { type Question, QuestionList, keptQuestions, questionsIn } from './question-list.tsx';

interface FieldProps {
  readonly field: ItemField;
  readonly item: PlanItem;
  readonly plan: Plan;
  readonly onChange: (item: PlanItem) => void;
}

function Field({ field, item, plan, onChange }: FieldProps) {
  // A list is taken apart when it is kept, not while somebody types: an empty line would vanish under the cursor.
  const [typed, setTyped] = useState(field.read(item));
  const common = {
    label: field.label,
    value: field.kind === 'area' ? typed : field.read(item),
    onChange: (text: string): void => {
      setTyped(text);
      onChange(field.write(item, text));
    },
  };
  if (field.kind === 'choice') {
    return (
      <SelectField
        {...common}
        {...(field.empty === undefined ? {} : { empty: field.empty })}
        options={(field.options?.(plan) ?? []).map(({ value, label }) => ({
          value,
          label: visibleName(label),
        }))}
      />
    );
  }
  return field.kind === 'area' ? (
    <TextArea {...common} help={field.help} />
  ) : (
    <TextField {...common} help={field.help} />
  );
}

interface Props {
  readonly item: PlanItem | null;
  readonly fields: readonly ItemField[];
  readonly begin: Readonly<Record<string, unknown>>;
  readonly plan: Plan;
  readonly removable: boolean;
  /** It asks questions of its own. */
  readonly asks: boolean;
  /** Null where it is taken out. */
  readonly onKeep: (item: PlanItem | null) => void;
  readonly onClose: () => void;
}

/** One item of the plan. What is kept here is not saved yet. */
export function ItemForm({ item, fields, begin, plan, removable, asks, onKeep, onClose }: Props) {
  const text = en.planEditor;
  const [given, setGiven] = useState<PlanItem>(item ?? { ...begin, id: '', title: '' });
  const [questions, setQuestions] = useState<readonly Question[]>(() => questionsIn(given));
  const [removed, setRemoved] = useState(false);
  const keep = (): void => {
    const taken = takenIds(plan);
    const title = given.title.trim();
    const id = given.id === '' ? slugOf(title, taken, 'item') : given.id;
    const kept: PlanItem = { ...given, id, title };
    onKeep(removed ? null : asks ? keptQuestions(kept, questions, taken) : kept);
    onClose();
  };
  return (
    <FormDialog
      title={item === null ? text.formAdd : text.formChange}
      action={removed ? text.remove : text.done}
      danger={removed}
      ready={given.title.trim() !== ''}
      busy={false}
      error={null}
      failed={text.failed}
      onSubmit={keep}
      onClose={onClose}
    >
      <TextField
        label={text.fields.title}
        value={given.title}
        onChange={(title) => setGiven({ ...given, title })}
        required
        autoFocus
      />
      {fields.map((field) => (
        <Field key={field.label} field={field} item={given} plan={plan} onChange={setGiven} />
      ))}
      {asks ? <QuestionList questions={questions} onChange={setQuestions} /> : null}
      {item === null ? null : (
        <p className="meta">
          {text.id} <span className="mono">{given.id}</span>
        </p>
      )}
      {item === null || !removable ? null : (
        <Check label={text.remove} checked={removed} onChange={setRemoved} />
      )}
    </FormDialog>
  );
}
