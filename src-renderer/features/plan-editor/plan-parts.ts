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
  partListField,
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
  /** They are what the program knows: only what is said of them is changed. */
  readonly fixed?: true;
  /** They ask questions of their own. */
  readonly asks?: true;
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

type PhaseId = Plan['phases'][number]['id'];

const inPhase = (id: PhaseId, list: 'steps' | 'gate'): Pick<ItemPart, 'items' | 'change'> => ({
  items: (plan) => plan.phases.find((phase) => phase.id === id)?.[list] ?? [],
  change: (plan, items) => ({
    phases: plan.phases.map((phase) => (phase.id === id ? { ...phase, [list]: items } : phase)),
  }),
});

const gatePart = (id: PhaseId): ItemPart => ({
  ...inPhase(id, 'gate'),
  fields: [
    partListField('shown_by', 'collected', { label: text.shownCollected, help: text.shownCollectedHint }),
    partListField('shown_by', 'steps', { label: text.shownSteps, help: text.shownStepsHint }),
    partListField('shown_by', 'facts', { label: text.shownFacts, help: text.shownFactsHint }),
  ],
  begin: {},
});

const stepPart = (id: PhaseId): ItemPart => ({
  ...inPhase(id, 'steps'),
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
  phases: {
    items: (plan) => plan.phases,
    change: (_, items) => ({ phases: items as unknown as Plan['phases'] }),
    fields: [],
    begin: {},
    fixed: true,
  },
  'gate-preparation': gatePart('preparation'),
  'gate-identification': gatePart('identification'),
  'gate-containment': gatePart('containment'),
  'gate-eradication': gatePart('eradication'),
  'gate-review': gatePart('review'),
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
  sources: {
    ...listPart('sources', [textField('group', 'line', { label: text.group })], {
      group: 'Other',
      questions: [],
    }),
    asks: true,
  },
};
