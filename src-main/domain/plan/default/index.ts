import { PLAN_FORMAT, type Plan } from '../plan.ts';
import { containment, containmentActions } from './containment.ts';
import { deadlines } from './deadlines.ts';
import { defences } from './defences.ts';
import { eradication, eradicationActions } from './eradication.ts';
import { identification } from './identification.ts';
import { logs } from './logs.ts';
import { preparation } from './preparation.ts';
import { recipients } from './recipients.ts';
import { review } from './review.ts';
import { roles } from './roles.ts';
import { sources } from './sources.ts';

/**
 * The plan that ships with the program: a small web shop on Windows and IIS with a Java/CFML engine that FusionReactor
 * watches, behind Cloudflare, at a hosting company. People change a copy.
 */
export const defaultPlan: Plan = {
  format: PLAN_FORMAT,
  title: 'Small web shop',
  version: 1,
  review_months: 6,
  roles,
  defences,
  sources,
  logs,
  phases: [preparation, identification, containment, eradication, review],
  actions: [...containmentActions, ...eradicationActions],
  deadlines,
  recipients,
};
