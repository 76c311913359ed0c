import { type Milestone, courseOf } from '../../domain/review/course.ts';
import type { Situation } from '../../domain/plan/deadlines.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { textField } from '../../domain/entry.ts';
import type { ReadableDb } from '../../store/db.ts';
import { aboutOfKind } from '../../store/queries/standing.ts';
import { planOfCase } from '../plan/plan-of-case.ts';
import { situationOf } from '../plan/situation.ts';
import { entryWithId } from '../read-entry.ts';
import { standingIn } from '../standing-in.ts';

const STATED = ['occurred', 'detected', 'suspected', 'contained', 'eradicated'] as const;

/** When the incident occurred, was detected, contained, eradicated, told and closed, as the record has it. */
export function courseOfCase(db: ReadableDb): Milestone[] {
  const situation = situationOf(db);
  const phases = aboutOfKind(db, 'phase').map(({ about, entry }) => ({
    phase: about,
    entry,
    at: Date.parse(entryWithId(db, entry).header.recorded),
  }));
  const facts = new Map([
    ...STATED.map((name) => [name, instants(db, name)] as const),
    ['ended', situation.ended] as const,
  ]);
  const recipients = askedFor(planOfCase(db).plan, situation).map((id) => ({
    id,
    sent: situation.sent.get(id),
  }));
  return courseOf({ facts, phases, recipients });
}

const instants = (db: ReadableDb, name: string) =>
  standingIn(db, `fact/${name}`).flatMap((entry) => {
    const at = Date.parse(textField(entry, 'value') ?? '');
    return Number.isNaN(at) ? [] : [{ entry: entry.id, at }];
  });

/** Whom the deadlines of a plan ask to tell; of those who are told only if needed, whoever is. */
function askedFor({ deadlines, recipients }: Plan, { needed, sent }: Situation): string[] {
  const asked = new Set(deadlines.flatMap(({ met }) => ('notice' in met ? [met.notice] : [])));
  return recipients
    .filter(({ id, need }) => asked.has(id) && (need === 'always' || needed.has(id) || sent.has(id)))
    .map(({ id }) => id);
}
