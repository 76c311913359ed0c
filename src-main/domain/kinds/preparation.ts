import * as z from 'zod';
import { count, hash, instant, kind, line, occurred, span, text } from './kind.ts';

/** Who the organisation is, as it stands in notices and reports; each entry says all of it anew. */
export const organisation = kind({
  name: 'organisation',
  version: 1,
  fields: z.strictObject({
    legal_name: line.optional(),
    trading_name: line.optional(),
    /** Seller or developer id of the marketplace. */
    seller_id: line.optional(),
    sites: z.array(line).optional(),
    servers: z
      .array(z.strictObject({ name: line, role: line.optional(), reference: line.optional() }))
      .optional(),
  }),
  personal: ['legal_name', 'trading_name', 'seller_id', 'sites', 'servers'],
});

/** Somebody of the response team, and how to reach them; each entry says all of it anew. */
export const teamMember = kind({
  name: 'team-member',
  version: 1,
  fields: z.strictObject({
    member: line,
    name: line,
    /** Id of a role of the plan. */
    role: line.optional(),
    phone: line.optional(),
    out_of_hours: line.optional(),
    email: line.optional(),
    note: text.optional(),
    /** Stands in where the first one of the role is not reached. */
    alternate: z.boolean(),
    /** The incident point of contact; of several, the one that was said last. */
    contact: z.boolean(),
    removed: z.boolean().optional(),
  }),
  personal: ['name', 'phone', 'out_of_hours', 'email', 'note'],
});

/** What is said of a layer of defence, beside what the plan says; each entry says all of it anew. */
export const defence = kind({
  name: 'defence',
  version: 1,
  fields: z.strictObject({
    /** Its id in the plan, or one of its own. */
    defence: line,
    title: line,
    owner: line.optional(),
    /** Where its reports go. */
    reports: line.optional(),
    note: text.optional(),
    /** Checked again after so many days. */
    every_days: count.optional(),
    removed: z.boolean().optional(),
  }),
  personal: ['owner', 'reports', 'note'],
});

/** A layer of defence was checked. */
export const defenceCheck = kind({
  name: 'defence-check',
  version: 1,
  fields: z.strictObject({
    defence: line,
    /** As it was called then. */
    title: line,
    result: z.enum(['good', 'problem']),
    note: text.optional(),
    by: line.optional(),
    /** What shows it; its bytes stay where they are. */
    file: z.strictObject({ name: line, size: count, sha256: hash }).optional(),
    /** Due next, where that was said. */
    next: instant.optional(),
    occurred,
  }),
  personal: ['note', 'by', 'file', 'occurred'],
});

/** What a scan found; each entry says all of it anew. */
export const finding = kind({
  name: 'finding',
  version: 1,
  fields: z.strictObject({
    finding: line,
    title: line,
    /** The defence that it came from. */
    defence: line.optional(),
    owner: line.optional(),
    due: instant.optional(),
    state: z.enum(['open', 'fixed', 'accepted']),
    why: text.optional(),
  }),
  personal: ['title', 'owner', 'why'],
});

/** Logs were read by hand outside an incident. */
export const logReview = kind({
  name: 'log-review',
  version: 1,
  fields: z.strictObject({
    /** Which log, of which host. */
    source: line,
    covers: span,
    result: z.enum(['nothing', 'found']),
    /** What was found. */
    found: line.optional(),
    by: line.optional(),
  }),
  personal: ['found', 'by'],
});

/** Somebody approved a plan of this file. */
export const planApproved = kind({
  name: 'plan-approved',
  version: 1,
  fields: z.strictObject({
    /** The `plan` entry. */
    plan: hash,
    title: line,
    version: count,
    by: line,
    note: text.optional(),
    occurred,
  }),
  personal: ['by', 'note', 'occurred'],
});
