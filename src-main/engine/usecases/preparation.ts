import { defencesOf, recordCheck, setDefence } from '../../casework/preparation/defences.ts';
import { findingsOf, setFinding } from '../../casework/preparation/findings.ts';
import { planWords } from '../../casework/preparation/for-new-case.ts';
import { logReviewsOf, recordLogReview } from '../../casework/preparation/log-reviews.ts';
import { organisationOf, setOrganisation } from '../../casework/preparation/organisation.ts';
import { approvalOf, approvePlan, planToCopy, reviewOf } from '../../casework/preparation/prepared-plan.ts';
import { setMember, teamOf } from '../../casework/preparation/team.ts';
import { identityOf, zoneOf } from '../../casework/case-facts.ts';
import { planOfCase } from '../../casework/plan/plan-of-case.ts';
import { olderThanSeen } from '../../casework/rollback.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { utcIso } from '../../domain/brands.ts';
import { CaseError } from '../../domain/errors.ts';
import { stepsOf } from '../../domain/plan/check-plan.ts';
import { defaultPlan } from '../../domain/plan/default/index.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { ReadableDb } from '../../store/db.ts';
import { hashProof } from '../hash-proof.ts';
import { preparationPassphrase, preparationPath, readPreparation, writePreparation } from '../preparation.ts';
import type { Engine } from '../state.ts';

type Shown = ResponseOf<'preparation.show'>;

export const show = async (engine: Engine): Promise<Shown> =>
  readPreparation(engine, (db) => view(engine, db));

function view(engine: Engine, db: ReadableDb | null): Shown {
  const now = engine.host.clock.now();
  const zone = db === null ? new Intl.DateTimeFormat().resolvedOptions().timeZone : zoneOf(db);
  const plan = db === null ? defaultPlan : planOfCase(db).plan;
  return {
    path: db?.path ?? null,
    zone,
    now: utcIso(now),
    organisation:
      db === null
        ? { legalName: '', tradingName: '', sellerId: '', sites: [], servers: [] }
        : organisationOf(db),
    roles: plan.roles.map(({ id, title, text, reach }) => ({
      id,
      title,
      text: text ?? '',
      reach: reach ?? '',
    })),
    team: db === null ? [] : teamOf(db),
    defences: defencesOf(db, now),
    findings: db === null ? [] : findingsOf(db, now),
    reviews: db === null ? [] : logReviewsOf(db),
    plan: planView(db, plan, now, zone),
    olderThanSeen: db === null ? null : olderThanSeen(engine.profile(), db, identityOf(db).id),
  };
}

function planView(db: ReadableDb | null, plan: Plan, now: number, zone: string): Shown['plan'] {
  const common = {
    title: plan.title,
    version: plan.version,
    steps: stepsOf(plan).length,
    reviewMonths: plan.review_months ?? null,
  };
  if (db === null) {
    const nothing = { since: null, unusable: null, approval: null, approved: false, reviewDue: null };
    return { ...common, ...nothing, reviewState: 'never', copied: planWords(plan, null, zone) };
  }
  const { entry, since, unusable } = planOfCase(db);
  const approval = approvalOf(db);
  const review = reviewOf(db, now);
  const copied = planToCopy(db);
  return {
    ...common,
    since,
    unusable,
    approval,
    approved: approval !== null && approval.plan === entry,
    reviewDue: review.due,
    reviewState: review.state,
    copied: planWords(copied.plan, copied.approval, zone),
  };
}

type Written = ResponseOf<'preparation.set-organisation'>;

export const organisation = async (
  engine: Engine,
  given: RequestOf<'preparation.set-organisation'>,
): Promise<Written> =>
  writePreparation(engine, (session) =>
    setOrganisation(session, {
      legalName: given.legalName,
      tradingName: given.tradingName,
      sellerId: given.sellerId,
      sites: given.sites,
      servers: given.servers,
    }),
  );

export const member = async (engine: Engine, given: RequestOf<'preparation.set-member'>): Promise<Written> =>
  writePreparation(engine, (session) =>
    setMember(session, {
      member: given.member,
      name: given.name,
      role: given.role,
      phone: given.phone,
      outOfHours: given.outOfHours,
      email: given.email,
      note: given.note,
      alternate: given.alternate,
      contact: given.contact,
      removed: given.removed,
    }),
  );

export const defence = async (
  engine: Engine,
  given: RequestOf<'preparation.set-defence'>,
): Promise<Written> =>
  writePreparation(engine, (session) =>
    setDefence(session, {
      defence: given.defence,
      title: given.title,
      owner: given.owner,
      reports: given.reports,
      note: given.note,
      everyDays: given.everyDays,
      removed: given.removed,
    }),
  );

export async function check(engine: Engine, given: RequestOf<'preparation.record-check'>): Promise<Written> {
  const file =
    given.file === undefined ? undefined : await hashProof(engine.host, given.file, preparationPath(engine));
  return writePreparation(engine, (session) =>
    recordCheck(session, {
      defence: given.defence,
      result: given.result ?? 'good',
      note: given.note,
      by: given.by,
      file,
      next: given.next,
      at: given.at,
      zone: given.zone,
    }),
  );
}

export const finding = async (
  engine: Engine,
  given: RequestOf<'preparation.set-finding'>,
): Promise<Written> =>
  writePreparation(engine, (session) =>
    setFinding(session, {
      finding: given.finding,
      add: given.add ?? false,
      title: given.title,
      defence: given.defence,
      owner: given.owner,
      due: given.due,
      state: given.state,
      why: given.why,
    }),
  );

export const logReview = async (
  engine: Engine,
  given: RequestOf<'preparation.record-log-review'>,
): Promise<Written> =>
  writePreparation(engine, (session) =>
    recordLogReview(session, {
      source: given.source,
      from: given.from,
      to: given.to,
      zone: given.zone,
      found: given.found,
      by: given.by,
    }),
  );

export const approve = async (engine: Engine, given: RequestOf<'preparation.approve'>): Promise<Written> =>
  writePreparation(engine, (session) =>
    approvePlan(session, { by: given.by, note: given.note, at: given.at, zone: given.zone }),
  );

/** @throws CaseError `file-missing` where nothing was written yet */
export async function passphrase(engine: Engine): Promise<ResponseOf<'preparation.passphrase'>> {
  return readPreparation(engine, (db) => {
    if (db === null) throw new CaseError('file-missing', { path: preparationPath(engine) });
    return { path: db.path, passphrase: preparationPassphrase(engine) };
  });
}
