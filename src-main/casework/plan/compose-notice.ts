import { textField } from '../../domain/entry.ts';
import { generalMessage } from '../../domain/plan/default/recipients.ts';
import { type Known, fillTemplate } from '../../domain/plan/fill-template.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { utcIso } from '../../domain/brands.ts';
import { dateText, zonedText } from '../../domain/time/zoned-text.ts';
import type { ReadableDb } from '../../store/db.ts';
import { aboutOfKind } from '../../store/queries/standing.ts';
import { PRACTICE, beginningOf, zoneOf } from '../case-facts.ts';
import { extentText } from '../extent.ts';
import { entryWithId } from '../read-entry.ts';
import { standingIn } from '../standing-in.ts';
import { planOfCase } from './plan-of-case.ts';
import { recipientOf } from './recipients.ts';
import { situationOf } from './situation.ts';

export interface Composed {
  readonly title: string;
  readonly to: string[];
  readonly cc: string[];
  readonly subject: string;
  readonly body: string;
  /** Facts that the message is made of, each with what is known; null = not known yet, and the message says so. */
  readonly facts: { readonly name: string; readonly value: string | null }[];
  readonly remark: string | null;
}

/**
 * A message to a recipient with the facts of the case. Nothing is guessed: what is not known is said to be. Where the
 * plan has no text, a general one is taken.
 * @throws CaseError `wrong-use` for a recipient that neither the plan nor the case has
 */
export function composeNotice(db: ReadableDb, id: string): Composed {
  const { plan } = planOfCase(db);
  const { title, to, cc, remark, subject, body } = recipientOf(db, id);
  const known = knownOf(db, plan);
  // A message of a drill that goes out by mistake says what it is.
  const { practice } = beginningOf(db);
  const templates = [subject ?? generalMessage.subject, ...(body ?? generalMessage.body)];
  const filled = templates.map((template) => fillTemplate(template, known));
  const [head, ...paragraphs] = filled.map(({ text }) => text);
  const facts = new Map(filled.flatMap((one) => [...one.facts]));
  return {
    title,
    to: [...to],
    cc: [...cc],
    subject: practice ? `${PRACTICE}: ${head ?? ''}` : (head ?? ''),
    body: [...(practice ? [`${PRACTICE}.`] : []), ...paragraphs].join('\n\n'),
    facts: [...facts].filter(([name]) => name !== 'source').map(([name, value]) => ({ name, value })),
    remark,
  };
}

/** What the case knows; of values that stand beside each other, none is chosen. */
function knownOf(db: ReadableDb, plan: Plan): Known {
  const fact = (name: string): string | undefined => {
    const values = standingIn(db, `fact/${name}`).map((entry) => textField(entry, 'value'));
    return values.length === 1 ? values[0] : undefined;
  };
  const zone = zoneOf(db);
  const { detected, suspected } = situationOf(db);
  const [noticed] = [...detected, ...suspected].toSorted((a, b) => a.at - b.at);
  const at = noticed === undefined ? undefined : utcIso(noticed.at);
  const source = plan.sources.find(({ id }) => id === fact('detection-source'))?.title;
  return {
    organisation: fact('organisation'),
    'seller-id': fact('seller-id'),
    contact: fact('contact'),
    detected: at === undefined ? undefined : zonedText(at, zone),
    'detected-day': at === undefined ? undefined : dateText(at, zone),
    source: source === undefined ? '' : `, by: ${source}`,
    discovered: fact('discovered'),
    penetrated: decided(fact('penetrated')),
    'data-reached': decided(fact('data-reached')),
    extent: fact('extent') ?? extentText(db),
    done: doneSoFar(db),
  };
}

/** Undecided is not known. */
const decided = (value: string | undefined): string | undefined =>
  value === 'undecided' ? undefined : value;

/** What was done, one after the other; the systems and what was changed, without names of people. */
function doneSoFar(db: ReadableDb): string | undefined {
  const done = aboutOfKind(db, 'action').flatMap(({ entry }) => {
    const what = textField(entryWithId(db, entry), 'what');
    return what === undefined ? [] : [what];
  });
  return done.length === 0 ? undefined : `${done.join('; ')}.`;
}
