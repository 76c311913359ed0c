import { beginningOf, zoneOf } from '../../casework/case-facts.ts';
import { type EntryView, entryView } from '../../casework/entry-view.ts';
import { type ExtentItem, extentOf } from '../../casework/extent.ts';
import { type HandoverView, handoversOf } from '../../casework/handover/handovers.ts';
import { type Coverage, coverageOfCase } from '../../casework/logs/coverage-of-case.ts';
import { findingsInRecord } from '../../casework/logs/pinned-findings.ts';
import { type RotationView, rotationsOf } from '../../casework/logs/rotations.ts';
import { type WantedLog, wantedLogs } from '../../casework/logs/wanted-logs.ts';
import { type Names, namesIn } from '../../casework/names.ts';
import { type OwnerView, ownerView } from '../../casework/owner-view.ts';
import { deadlinesOfCase } from '../../casework/plan/deadlines-of-case.ts';
import { type RecipientView, noticesOfCase } from '../../casework/plan/notices.ts';
import { planOfCase } from '../../casework/plan/plan-of-case.ts';
import { type PhaseView, stepsOfCase } from '../../casework/plan/steps-of-case.ts';
import { entryWithId } from '../../casework/read-entry.ts';
import { type MilestoneOfCase, milestonesOfCase } from '../../casework/review/milestones.ts';
import { type Review, reviewOfCase } from '../../casework/review/review-of-case.ts';
import { fingerprint } from '../../casework/witness.ts';
import type { Deadline } from '../../domain/plan/deadlines.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { type FormExhibit, formData } from '../../evidence/forms/form-data.ts';
import type { ReadableDb } from '../../store/db.ts';
import { aboutOfKind, standingRows } from '../../store/queries/standing.ts';
import type { DocumentHead } from './page.ts';

/** What the complete documentation says, but for the timeline, which is written entry by entry. */
export interface ReportData {
  readonly head: DocumentHead;
  /** What a check of the record found, just before. */
  readonly check: { readonly ok: boolean; readonly sentence: string; readonly at: string };
  /** What this report leaves out on purpose; null where it leaves out nothing. */
  readonly leftOut: LeftOut | null;
  readonly owner: OwnerView;
  /** All statements of each fact, oldest first. */
  readonly facts: ReadonlyMap<string, readonly EntryView[]>;
  readonly plan: Plan;
  readonly phases: readonly PhaseView[];
  readonly actions: readonly { readonly entry: EntryView; readonly results: readonly EntryView[] }[];
  readonly exhibits: readonly FormExhibit[];
  /** Number of each exhibit by its entry. */
  readonly labels: ReadonlyMap<string, string>;
  readonly notices: readonly RecipientView[];
  readonly deadlines: readonly (Deadline & { readonly lateWhy: string | null })[];
  readonly logs: readonly WantedLog[];
  readonly coverage: Coverage;
  readonly rotations: readonly RotationView[];
  /** What rules found in logs, where somebody pinned it, set it aside or took it up again. */
  readonly findings: readonly EntryView[];
  readonly handovers: readonly HandoverView[];
  readonly extent: readonly ExtentItem[];
  readonly review: Review;
  readonly milestones: readonly MilestoneOfCase[];
}

export interface LeftOut {
  readonly what: 'personal' | 'chosen';
  readonly fields: number;
  /** Entries that have such. */
  readonly entries: number;
}

/** @param nowMs ms since 1970 UTC */
export function documentHead(db: ReadableDb, nowMs: number, version: string): DocumentHead {
  const { title, id, practice } = beginningOf(db);
  const { head, entries } = fingerprint(db);
  return {
    caseTitle: title,
    caseId: id,
    practice,
    zone: zoneOf(db),
    entries,
    fingerprint: head,
    written: new Date(nowMs).toISOString(),
    version,
  };
}

/** Number of each exhibit by its entry. */
export const labelsOf = (exhibits: readonly FormExhibit[]): ReadonlyMap<string, string> =>
  new Map(exhibits.map(({ view }) => [view.entry, view.exhibit]));

export function reportData(
  db: ReadableDb,
  nowMs: number,
  version: string,
  check: ReportData['check'],
  leftOut: LeftOut | null,
): ReportData {
  const names = namesIn(db);
  const { exhibits } = formData(db, { exhibit: 'all', nowMs, version });
  return {
    head: documentHead(db, nowMs, version),
    check,
    leftOut,
    owner: ownerView(db, nowMs),
    facts: factsIn(db, names),
    plan: planOfCase(db).plan,
    phases: stepsOfCase(db),
    actions: aboutOfKind(db, 'action').map(({ entry, number }) => ({
      entry: viewOf(db, entry, number, names),
      results: standingRows(db, `action-result/${entry}`).map((row) =>
        viewOf(db, row.entry, row.number, names),
      ),
    })),
    exhibits,
    labels: labelsOf(exhibits),
    notices: noticesOfCase(db),
    deadlines: deadlinesOfCase(db, nowMs).map((deadline) => ({
      ...deadline,
      lateWhy: lateWhy(db, deadline),
    })),
    logs: wantedLogs(db, names),
    coverage: coverageOfCase(db, nowMs),
    rotations: rotationsOf(db, nowMs, names),
    findings: findingsInRecord(db).map(({ entry, number }) => viewOf(db, entry, number, names)),
    handovers: handoversOf(db),
    extent: extentOf(db),
    review: reviewOfCase(db),
    milestones: milestonesOfCase(db),
  };
}

const viewOf = (db: ReadableDb, id: string, number: number, names: Names): EntryView =>
  entryView(entryWithId(db, id), number, names);

function factsIn(db: ReadableDb, names: Names): Map<string, EntryView[]> {
  const facts = new Map<string, EntryView[]>();
  for (const { about, entry, number } of aboutOfKind(db, 'fact')) {
    const all = facts.get(about) ?? [];
    all.push(viewOf(db, entry, number, names));
    facts.set(about, all);
  }
  return facts;
}

/** Why it was late, as the entry says that met it. */
function lateWhy(db: ReadableDb, { metBy, state }: Deadline): string | null {
  if (metBy === null || state === 'running') return null;
  const { fields } = entryWithId(db, metBy);
  const why = fields['late_why'] ?? fields['why'];
  return typeof why === 'string' ? why : null;
}
