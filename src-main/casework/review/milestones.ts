import { utcIso } from '../../domain/brands.ts';
import type { Milestone } from '../../domain/review/course.ts';
import type { ReadableDb } from '../../store/db.ts';
import { timelineRowOf } from '../../store/queries/timeline.ts';
import { planOfCase } from '../plan/plan-of-case.ts';
import { courseOfCase } from './course-of-case.ts';

export interface MilestoneOfCase {
  readonly name: Milestone['name'];
  /** Of `notified`: the title of the recipient. */
  readonly who: string | null;
  /** UTC. */
  readonly at: string | null;
  readonly entry: string | null;
  readonly number: number | null;
  readonly source: Milestone['source'];
}

/** The course of the incident as people read it. */
export function milestonesOfCase(db: ReadableDb): MilestoneOfCase[] {
  const titles = new Map(planOfCase(db).plan.recipients.map(({ id, title }) => [id, title]));
  return courseOfCase(db).map(({ name, who, at, entry, source }) => ({
    name,
    who: who === null ? null : (titles.get(who) ?? who),
    at: at === null ? null : utcIso(at),
    entry,
    number: entry === null ? null : (timelineRowOf(db, entry)?.number ?? null),
    source,
  }));
}
