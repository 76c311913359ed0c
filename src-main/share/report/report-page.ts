import type { Html } from '../../evidence/forms/html.ts';
import { actions } from './actions.ts';
import { checkPart } from './check.ts';
import { course } from './course.ts';
import { type PartId, cover, titleOf } from './cover.ts';
import { coverage } from './coverage.ts';
import { deadlines } from './deadlines.ts';
import { evidence } from './evidence.ts';
import { facts } from './facts.ts';
import { handoverPart } from './handovers.ts';
import { notices } from './notices.ts';
import type { Document } from './page.ts';
import { section } from './parts.ts';
import { planParts } from './plan.ts';
import type { ReportData } from './report-data.ts';
import { review } from './review.ts';
import type { CarriedRecord } from './self-check/carried-record.ts';
import { summary } from './summary.ts';

/** What comes before the timeline, in the order of the contents. */
const BEFORE: readonly (readonly [id: PartId | 'cover', part: (data: ReportData) => Html])[] = [
  ['cover', cover],
  ['summary', summary],
  ['course', course],
  ['facts', facts],
  [
    'plan',
    ({ plan, phases, labels, handovers, head }) =>
      section('plan' satisfies PartId, titleOf('plan'), [
        ...planParts(plan, phases, labels, head.zone),
        handoverPart(handovers, head.zone),
      ]),
  ],
  ['actions', actions],
  ['notices', notices],
  ['deadlines', deadlines],
  ['coverage', coverage],
  ['evidence', evidence],
  ['review', review],
];

type Part = readonly [id: string, markup: () => string];

/** The parts of the report one by one, so that nobody waits while it is written; its timeline goes between the last two. */
export const reportParts = (data: ReportData): { before: Part[]; after: Part } => ({
  before: BEFORE.map(([id, part]) => [id, () => part(data).markup]),
  after: ['check', () => checkPart(data).markup],
});

/** @param body all parts and the timeline, markup */
export const reportPage = ({ head }: ReportData, body: string, record: CarriedRecord): Document => ({
  title: `Incident report: ${head.caseTitle}`,
  head,
  body,
  record,
});
