import { textField } from '../../domain/entry.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { ReadableDb } from '../../store/db.ts';
import { entriesAbout } from '../../store/queries/standing.ts';
import { type EntryView, entryView } from '../entry-view.ts';
import { namesIn } from '../names.ts';
import { entryWithId } from '../read-entry.ts';
import { standingIn } from '../standing-in.ts';
import { planOfCase } from './plan-of-case.ts';
import { recipientsOfCase } from './recipients.ts';

export interface RecipientView {
  readonly id: string;
  readonly title: string;
  readonly need: 'always' | 'if-needed';
  readonly needed: ('needed' | 'not-needed' | 'undecided')[];
  readonly state: 'open' | 'drafted' | 'sent' | 'declined';
  readonly to: string[];
  readonly cc: string[];
  readonly remark: string | null;
  readonly role: string | null;
  /** Named in the case, and not in its plan. */
  readonly own: boolean;
  /** Whether the plan has a deadline for it, running or not. */
  readonly clock: boolean;
  readonly entries: EntryView[];
}

/** Whom the plan or the case names, and what was decided and done about telling them. */
export function noticesOfCase(db: ReadableDb): RecipientView[] {
  const { plan } = planOfCase(db);
  const names = namesIn(db);
  return recipientsOfCase(db).map(({ id, title, need, to, cc, remark, role, own }) => {
    const entries = entriesAbout(db, id, 'notice').map(({ entry, number }) =>
      entryView(entryWithId(db, entry), number, names),
    );
    return {
      id,
      title,
      need,
      needed: standingIn(db, `notice-needed/${id}`).map(
        (entry) => (textField(entry, 'event') ?? 'undecided') as RecipientView['needed'][number],
      ),
      state: stateOf(db, id),
      to: [...to],
      cc: [...cc],
      remark,
      own,
      clock: plan.deadlines.some(({ met }) => 'notice' in met && met.notice === id),
      role: roleOf(plan, role),
      entries,
    };
  });
}

const roleOf = (plan: Plan, role: string | undefined): string | null =>
  plan.roles.find(({ id }) => id === role)?.title ?? null;

/** One that was sent in any copy was sent. */
function stateOf(db: ReadableDb, id: string): RecipientView['state'] {
  const stands = standingIn(db, `notice/${id}`).map((entry) => textField(entry, 'event'));
  if (stands.includes('sent')) return 'sent';
  if (stands.includes('declined')) return 'declined';
  const drafted = entriesAbout(db, id, 'notice').some(
    ({ entry }) => textField(entryWithId(db, entry), 'event') === 'drafted',
  );
  return drafted ? 'drafted' : 'open';
}
