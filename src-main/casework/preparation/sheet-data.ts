import { utcIso } from '../../domain/brands.ts';
import { defaultPlan } from '../../domain/plan/default/index.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { ReadableDb } from '../../store/db.ts';
import { zoneOf } from '../case-facts.ts';
import { planWords } from './for-new-case.ts';
import { type Organisation, organisationOf } from './organisation.ts';
import { planToCopy } from './prepared-plan.ts';
import { type Member, teamOf } from './team.ts';

/** Where the preparation lies. */
export interface PreparationPlace {
  readonly path: string;
  /** Name of the computer. */
  readonly device: string;
}

/** What the printed sheets say. */
export interface SheetData {
  readonly organisation: Organisation;
  readonly team: readonly Member[];
  /** The plan that a new case copies, and that in words. */
  readonly plan: Plan;
  readonly copied: string;
  readonly place: PreparationPlace;
  readonly zone: string;
  /** UTC. */
  readonly printed: string;
}

/** @param db null where nothing was written yet. @param now ms since 1970 UTC */
export function preparationSheetData(db: ReadableDb | null, place: PreparationPlace, now: number): SheetData {
  const common = { place, printed: utcIso(now) };
  if (db === null) {
    return {
      ...common,
      organisation: { legalName: '', tradingName: '', sellerId: '', sites: [], servers: [] },
      team: [],
      plan: defaultPlan,
      copied: planWords(defaultPlan, null, 'UTC'),
      zone: 'UTC',
    };
  }
  const { plan, approval } = planToCopy(db);
  const zone = zoneOf(db);
  const copied = planWords(plan, approval, zone);
  return { ...common, organisation: organisationOf(db), team: teamOf(db), plan, copied, zone };
}
