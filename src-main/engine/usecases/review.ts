import { deadlinesOfCase } from '../../casework/plan/deadlines-of-case.ts';
import { planOfCase } from '../../casework/plan/plan-of-case.ts';
import { milestonesOfCase } from '../../casework/review/milestones.ts';
import {
  addItem,
  approveReview,
  settleItem,
  showExcerpt,
  writePart,
} from '../../casework/review/record-review.ts';
import { reviewOfCase } from '../../casework/review/review-of-case.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { written } from '../written.ts';

export function show(engine: Engine): ResponseOf<'review.show'> {
  const { db } = openCaseOf(engine);
  const { plan } = planOfCase(db);
  const reviewed = new Set(plan.deadlines.filter(({ met }) => 'review' in met).map(({ id }) => id));
  const due = deadlinesOfCase(db, engine.host.clock.now()).find(({ id }) => reviewed.has(id));
  return { ...reviewOfCase(db), milestones: milestonesOfCase(db), due: due?.due ?? null };
}

export const write = (engine: Engine, given: RequestOf<'review.write'>): ResponseOf<'review.write'> =>
  written(engine, (session) => writePart(session, given.part, given.text));

export const add = (engine: Engine, given: RequestOf<'review.add'>): ResponseOf<'review.add'> =>
  written(engine, (session) =>
    addItem(session, {
      list: given.list,
      text: given.text,
      owner: given.owner,
      due: given.due,
      zone: given.zone,
    }),
  );

export const settle = (engine: Engine, given: RequestOf<'review.settle'>): ResponseOf<'review.settle'> =>
  written(engine, (session) =>
    settleItem(session, {
      item: given.item,
      state: given.state,
      why: given.why,
      at: given.at,
      zone: given.zone,
    }),
  );

export const excerpt = (engine: Engine, given: RequestOf<'review.excerpt'>): ResponseOf<'review.excerpt'> =>
  written(engine, (session) => showExcerpt(session, given.entry, given.shown));

export const approve = (engine: Engine, given: RequestOf<'review.approve'>): ResponseOf<'review.approve'> =>
  written(engine, (session) =>
    approveReview(session, {
      by: given.by,
      remark: given.remark,
      lateWhy: given.lateWhy,
      at: given.at,
      zone: given.zone,
    }),
  );
