import type { Plan } from '../../../src-main/domain/plan/plan.ts';
import { en } from '../../strings/en.ts';
import { deadlineFields, stepDueFields } from './due-fields.ts';
import {
  type ItemField,
  type PlanItem,
  choiceField,
  flagField,
  listField,
  numberField,
  textField,
} from './plan-item.ts';

const text = en.planEditor.fields;

export type PlanPart = keyof typeof en.planEditor.parts;

/** What of a plan is a list of items, and what each item says besides its title. */
interface ItemPart {
  readonly items: (plan: Plan) => readonly PlanItem[];
  readonly change: (plan: Plan, items: readonly PlanItem[]) => Partial<Plan>;
  readonly fields: readonly ItemField[];
  /** A new one, but for id and title. */
  readonly begin: Readonly<Record<string, unknown>>;
}

const role = choiceField('role', { label: text.role, empty: text.nobody }, ({ roles }) =>
  roles.map(({ id, title }) => ({ value: id, label: title })),
);
const body = textField('text', 'area', { label: text.text });

type ListName = 'roles' | 'deadlines' | 'recipients' | 'actions' | 'defences' | 'logs' | 'sources';

/** What is edited may be faulty; saving checks all of it. */
const listPart = (name: ListName, fields: readonly ItemField[], begin: ItemPart['begin'] = {}): ItemPart => ({
  items: (plan) => plan[name] as readonly PlanItem[],
  change: (_, items) => ({ [name]: items }),
  fields: [body, ...fields],
  begin,
});

const stepPart = (id: Plan['phases'][number]['id']): ItemPart => ({
  items: (plan) => plan.phases.find((phase) => phase.id === id)?.steps ?? [],
  change: (plan, items) => ({
    phases: plan.phases.map((phase) =>
      phase.id === id ? { ...phase, steps: items as unknown as typeof phase.steps } : phase,
    ),
  }),
  fields: [
    body,
    role,
    ...stepDueFields,
    listField('after', '\n', { label: text.after, help: text.afterHint }),
  ],
  begin: {},
});

export const itemParts: Readonly<Record<Exclude<PlanPart, 'general'>, ItemPart>> = {
  preparation: stepPart('preparation'),
  identification: stepPart('identification'),
  containment: stepPart('containment'),
  eradication: stepPart('eradication'),
  review: stepPart('review'),
  roles: listPart('roles', [textField('reach', 'line', { label: text.reach })]),
  deadlines: listPart(
    'deadlines',
    [listField('starts', '\n', { label: text.starts, help: text.startsHint }), ...deadlineFields],
    { starts: ['detected'], span: { hours: 24 }, met: { review: 'approved' } },
  ),
  recipients: listPart(
    'recipients',
    [
      choiceField('need', { label: text.need }, () => [
        { value: 'if-needed', label: text.ifNeeded },
        { value: 'always', label: text.always },
      ]),
      role,
      listField('to', '\n', { label: text.to, help: text.addressHint }),
      listField('cc', '\n', { label: text.cc, help: text.addressHint }),
      textField('remark', 'area', { label: text.remark }),
      textField('subject', 'line', { label: text.subject }),
      listField('body', '\n\n', { label: text.body, help: text.bodyHint }),
    ],
    { need: 'if-needed' },
  ),
  actions: listPart(
    'actions',
    [
      choiceField('phase', { label: text.phase }, ({ phases }) =>
        phases
          .filter(({ id }) => id === 'containment' || id === 'eradication')
          .map(({ id, title }) => ({ value: id, label: title })),
      ),
      flagField('destroys', text.destroys, text.yes, text.no),
      flagField('retest', text.retest, text.yes, text.no),
      textField('undo', 'line', { label: text.undo }),
    ],
    { phase: 'containment' },
  ),
  defences: listPart('defences', [role, numberField('every_days', { label: text.every })]),
  logs: listPart('logs', []),
  sources: listPart('sources', [textField('group', 'line', { label: text.group })], {
    group: 'Other',
    questions: [],
  }),
};
