import * as z from 'zod';
import { phases } from '../phase.ts';

/** The format of a plan document, as a file and in the record. */
export const PLAN_FORMAT = 'holdfast-plan/1';

/** More than any person works through; a plan beyond is refused before it is shown. */
export const PLAN_LIMITS = { items: 1000, text: 4000, bytes: 1024 * 1024 } as const;

const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)
  .max(64);
const line = z.string().trim().min(1).max(200);
const text = z.string().trim().min(1).max(PLAN_LIMITS.text);
const list = <Item extends z.ZodType>(item: Item) => z.array(item).max(PLAN_LIMITS.items);

/** What is said of everything that stands in a plan. */
const item = { id, title: line, text: text.optional() };

/** From when a span counts: the facts of the case, or the moment at which a phase is entered. */
const anchor = z.enum(['detected', 'suspected', 'ended', 'phase']);

const step = z.strictObject({
  ...item,
  role: id.optional(),
  /** Due this many minutes after the anchor. */
  due: z.strictObject({ from: anchor, minutes: z.int().min(1) }).optional(),
  /** Steps that come before this one. */
  after: list(id).optional(),
  /** It changes or removes what has not been collected yet (RFC 3227 §2.1). */
  destroys: z.boolean().optional(),
});

const gateLine = z.strictObject({
  id,
  title: line,
  /** What shows it: it is answered by the record where all of these hold. */
  shown_by: z
    .strictObject({
      /** Kinds of exhibits that are registered. */
      collected: z.array(z.enum(['snapshot', 'backup', 'log'])).optional(),
      /** Steps that are done. */
      steps: list(id).optional(),
      /** Facts that are known. */
      facts: list(line).optional(),
    })
    .optional(),
});

const deadline = z.strictObject({
  ...item,
  /** The earliest of these starts it. */
  starts: z.array(anchor.exclude(['phase'])).min(1),
  /** Elapsed hours, or calendar days of the case's zone up to the end of the last one. */
  span: z.union([
    z.strictObject({ hours: z.int().min(1).max(10_000) }),
    z.strictObject({ days: z.int().min(1).max(10_000) }),
  ]),
  met: z.union([z.strictObject({ notice: id }), z.strictObject({ review: z.literal('approved') })]),
});

const recipient = z.strictObject({
  ...item,
  to: list(line).optional(),
  cc: list(line).optional(),
  remark: text.optional(),
  /** Whether somebody has to decide first that it is needed. */
  need: z.enum(['always', 'if-needed']),
  /** Who sends it. */
  role: id.optional(),
  subject: line.optional(),
  /** Paragraphs; `{name}` stands for what the case knows. */
  body: list(text).optional(),
});

const source = z.strictObject({ ...item, group: line, questions: list(z.strictObject({ id, title: line })) });

const action = z.strictObject({
  ...item,
  phase: z.enum(['containment', 'eradication']),
  /** It changes or removes what has not been collected yet (RFC 3227 §2.1). */
  destroys: z.boolean().optional(),
  undo: line.optional(),
  /** Done only with a note of the test that followed, or a reason. */
  retest: z.boolean().optional(),
});

const defence = z.strictObject({
  ...item,
  role: id.optional(),
  /** Checked again after so many days. */
  every_days: z.int().min(1).max(3660).optional(),
});

export const planSchema = z.strictObject({
  format: z.literal(PLAN_FORMAT),
  title: line,
  /** 1, 2, 3 … with each approved change. */
  version: z.int().min(1),
  /** Reviewed again after so many months. */
  review_months: z.int().min(1).max(60).optional(),
  roles: list(z.strictObject({ ...item, reach: line.optional() })),
  defences: list(defence),
  sources: list(source),
  logs: list(z.strictObject(item)),
  phases: z
    .array(
      z.strictObject({
        id: z.enum(phases),
        title: line,
        steps: list(step),
        /** What is answered before the next phase is entered. */
        gate: list(gateLine),
      }),
    )
    .max(phases.length),
  actions: list(action),
  deadlines: list(deadline),
  recipients: list(recipient),
});

/** The incident response plan as data (product.md, "The incident response plan that it must carry"). */
export type Plan = z.infer<typeof planSchema>;
export type PlanStep = z.infer<typeof step>;
export type PlanGateLine = z.infer<typeof gateLine>;
export type PlanDeadline = z.infer<typeof deadline>;
export type PlanRecipient = z.infer<typeof recipient>;
export type PlanAction = z.infer<typeof action>;
