import * as z from 'zod';
import { entrySchema } from './entry.ts';
import { method } from './method.ts';

const written = z.strictObject({ entry: entrySchema });
const dueState = z.enum(['never', 'none', 'ok', 'soon', 'overdue']);
const said = z.string().optional();

const serverSchema = z.strictObject({ name: z.string(), role: z.string(), reference: z.string() });

/** Texts that were not said are empty. */
const organisationSchema = z.strictObject({
  legalName: z.string(),
  tradingName: z.string(),
  sellerId: z.string(),
  sites: z.array(z.string()),
  servers: z.array(serverSchema),
});

const memberSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Id of a role of the plan. */
  role: z.string(),
  phone: z.string(),
  outOfHours: z.string(),
  email: z.string(),
  note: z.string(),
  alternate: z.boolean(),
  /** The incident point of contact: one at most. */
  contact: z.boolean(),
});

const defenceSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** What the plan says of it. */
  text: z.string(),
  owner: z.string(),
  reports: z.string(),
  note: z.string(),
  everyDays: z.int().nullable(),
  last: z
    .strictObject({
      entry: z.string(),
      /** UTC. */
      at: z.string(),
      result: z.enum(['good', 'problem']),
      note: z.string(),
      by: z.string(),
      file: z.strictObject({ name: z.string(), size: z.int(), sha256: z.string() }).nullable(),
    })
    .nullable(),
  /** UTC; null where it was never checked, or has no interval. */
  due: z.string().nullable(),
  state: dueState,
  /** Not of the plan. */
  own: z.boolean(),
});

const findingSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  defence: z.string(),
  owner: z.string(),
  due: z.string().nullable(),
  state: z.enum(['open', 'fixed', 'accepted']),
  why: z.string(),
  /** Open, and its time is over. */
  late: z.boolean(),
  since: z.string(),
});

const logReviewSchema = z.strictObject({
  entry: z.string(),
  source: z.string(),
  from: z.string(),
  to: z.string(),
  zone: z.string(),
  /** Null where nothing was found. */
  found: z.string().nullable(),
  by: z.string(),
  at: z.string(),
});

const approvalSchema = z.strictObject({
  entry: z.string(),
  /** Entry of the plan that was approved. */
  plan: z.string(),
  title: z.string(),
  version: z.int(),
  by: z.string(),
  at: z.string(),
});

/** The preparation: what is kept ready outside any case. It lies in the profile and opens with it. */
export const preparationMethods = {
  /** All of it. Nothing is made by looking: before the first entry, what the shipped plan says. */
  'preparation.show': method(
    () => z.strictObject({}),
    () =>
      z.strictObject({
        /** Null where nothing was written yet. */
        path: z.string().nullable(),
        zone: z.string(),
        /** The device clock, UTC. */
        now: z.string(),
        organisation: organisationSchema,
        roles: z.array(
          z.strictObject({ id: z.string(), title: z.string(), text: z.string(), reach: z.string() }),
        ),
        team: z.array(memberSchema),
        defences: z.array(defenceSchema),
        findings: z.array(findingSchema),
        reviews: z.array(logReviewSchema),
        plan: z.strictObject({
          title: z.string(),
          version: z.int(),
          steps: z.int(),
          /** When it was saved, UTC. */
          since: z.string().nullable(),
          unusable: z.string().nullable(),
          /** The last approval, of whichever version. */
          approval: approvalSchema.nullable(),
          /** Whether the plan that was saved last is the approved one. */
          approved: z.boolean(),
          reviewMonths: z.int().nullable(),
          reviewDue: z.string().nullable(),
          reviewState: dueState,
          /** What a new case copies, in words. */
          copied: z.string(),
        }),
        /** Set where the file lacks entries that this device has seen. */
        olderThanSeen: z.strictObject({ missing: z.int(), seen: z.string() }).nullable(),
      }),
  ),
  /** What is not given stays; an empty text or list is taken away. */
  'preparation.set-organisation': method(
    () =>
      z.strictObject({
        legalName: said,
        tradingName: said,
        sellerId: said,
        sites: z.array(z.string()).max(200).optional(),
        servers: z.array(serverSchema).max(200).optional(),
      }),
    () => written,
  ),
  'preparation.set-member': method(
    () =>
      z.strictObject({
        /** Id or name; the name of somebody new adds them. */
        member: z.string(),
        name: said,
        role: said,
        phone: said,
        outOfHours: said,
        email: said,
        note: said,
        alternate: z.boolean().optional(),
        contact: z.boolean().optional(),
        removed: z.boolean().optional(),
      }),
    () => written,
  ),
  'preparation.set-defence': method(
    () =>
      z.strictObject({
        /** Id or title; the title of a new one adds it. */
        defence: z.string(),
        title: said,
        owner: said,
        reports: said,
        note: said,
        /** 0 = without an interval. */
        everyDays: z.int().optional(),
        removed: z.boolean().optional(),
      }),
    () => written,
  ),
  'preparation.record-check': method(
    () =>
      z.strictObject({
        defence: z.string(),
        result: z.enum(['good', 'problem']).optional(),
        note: said,
        by: said,
        /** Path of what shows it: it is hashed and stays where it is. */
        file: z.string().optional(),
        next: said,
        at: said,
        zone: said,
      }),
    () => written,
  ),
  'preparation.set-finding': method(
    () =>
      z.strictObject({
        /** Id or title of one that is there; with `add`, the title of a new one. */
        finding: z.string(),
        add: z.boolean().optional(),
        title: said,
        defence: said,
        owner: said,
        due: said,
        state: z.enum(['open', 'fixed', 'accepted']).optional(),
        why: said,
      }),
    () => written,
  ),
  'preparation.record-log-review': method(
    () =>
      z.strictObject({
        source: z.string(),
        from: z.string(),
        to: z.string(),
        zone: said,
        /** Missing = nothing was found. */
        found: said,
        by: said,
      }),
    () => written,
  ),
  /** The plan that was saved last, as a document (JSON text). */
  'preparation.plan': method(
    () => z.strictObject({}),
    () => z.strictObject({ document: z.string(), title: z.string(), version: z.int() }),
  ),
  /** Saves a plan as the next version. @throws `plan-faulty` with each fault and its place */
  'preparation.save-plan': method(
    () => z.strictObject({ document: z.string() }),
    () => written,
  ),
  /** Takes in the file of a plan. */
  'preparation.import-plan': method(
    () => z.strictObject({ path: z.string().min(1) }),
    () => written,
  ),
  /** Writes the plan into a file that must not be there. */
  'preparation.export-plan': method(
    () => z.strictObject({ path: z.string().min(1) }),
    () => z.strictObject({ path: z.string(), size: z.int(), sha256: z.string(), title: z.string() }),
  ),
  'preparation.approve': method(
    () => z.strictObject({ by: z.string(), note: said, at: said, zone: said }),
    () => written,
  ),
  /** When the plan is to be looked at again, UTC, and whether this device has told so. */
  'preparation.review': method(
    () => z.strictObject({}),
    () => z.strictObject({ due: z.string().nullable(), told: z.boolean() }),
  ),
  /** This device has told that the plan is due at that instant. */
  'preparation.review-told': method(
    () => z.strictObject({ due: z.iso.datetime() }),
    () => z.strictObject({}),
  ),
  /** A sheet to print: one page to grab, or everybody who can be reached. */
  'preparation.sheet': method(
    () => z.strictObject({ sheet: z.enum(['grab', 'contacts']), for: z.enum(['page', 'paper']) }),
    () => z.strictObject({ html: z.string(), foot: z.string(), name: z.string() }),
  ),
  /** What opens the file of the preparation with any program that reads case files. */
  'preparation.passphrase': method(
    () => z.strictObject({}),
    () => z.strictObject({ path: z.string(), passphrase: z.string() }),
  ),
} as const;

export type Preparation = z.infer<(typeof preparationMethods)['preparation.show']['response']>;
export type Organisation = z.infer<typeof organisationSchema>;
export type TeamMember = z.infer<typeof memberSchema>;
export type Defence = z.infer<typeof defenceSchema>;
export type Finding = z.infer<typeof findingSchema>;
export type LogReview = z.infer<typeof logReviewSchema>;
