import { textField } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
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
import { situationOf } from './situation.ts';

export interface Composed {
  readonly to: string[];
  readonly cc: string[];
  readonly subject: string;
  readonly body: string;
  /** Facts that are not known yet; the message says so. */
  readonly missing: string[];
  readonly remark: string | null;
}

/**
 * A message to a recipient of the plan with the facts of the case. Nothing is guessed: what is not known is said to be.
 * @throws CaseError `wrong-use` for a recipient that the plan does not have, or one without a text
 */
export function composeNotice(db: ReadableDb, id: string): Composed {
  const { plan } = planOfCase(db);
  const recipient = plan.recipients.find((one) => one.id === id);
  if (recipient === undefined) {
    const known = plan.recipients.map((one) => one.id).join(', ');
    throw new CaseError('wrong-use', { reason: `The plan has no recipient “${id}”. It has ${known}.` });
  }
  const { subject, body, to = [], cc = [], remark } = recipient;
  if (subject === undefined || body === undefined) {
    throw new CaseError('wrong-use', {
      reason: `The plan has no message for ${recipient.title}. Write it by hand.`,
    });
  }
  const known = knownOf(db, plan);
  // A message of a drill that goes out by mistake says what it is.
  const { practice } = beginningOf(db);
  const filled = [subject, ...body].map((template) => fillTemplate(template, known));
  const [head, ...paragraphs] = filled.map(({ text }) => text);
  return {
    to: [...to],
    cc: [...cc],
    subject: practice ? `${PRACTICE}: ${head ?? ''}` : (head ?? ''),
    body: [...(practice ? [`${PRACTICE}.`] : []), ...paragraphs].join('\n\n'),
    missing: [...new Set(filled.flatMap(({ missing }) => missing))],
    remark: remark ?? null,
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
