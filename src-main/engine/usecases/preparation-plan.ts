import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { planOfCase } from '../../casework/plan/plan-of-case.ts';
import { reviewOf, savePlan } from '../../casework/preparation/prepared-plan.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { CaseError } from '../../domain/errors.ts';
import { asFileError } from '../../domain/file-error.ts';
import { defaultPlan } from '../../domain/plan/default/index.ts';
import { PLAN_LIMITS, type Plan } from '../../domain/plan/plan.ts';
import { settingOf, setSetting } from '../../store/profile/setting.ts';
import { readPreparation, writePreparation } from '../preparation.ts';
import type { Engine } from '../state.ts';

const planOf = async (engine: Engine): Promise<Plan> =>
  readPreparation(engine, (db) => (db === null ? defaultPlan : planOfCase(db).plan));

const textOf = (plan: Plan): string => `${JSON.stringify(plan, null, 2)}\n`;

export async function shown(engine: Engine): Promise<ResponseOf<'preparation.plan'>> {
  const plan = await planOf(engine);
  return { document: textOf(plan), title: plan.title, version: plan.version };
}

export const save = async (
  engine: Engine,
  given: RequestOf<'preparation.save-plan'>,
): Promise<ResponseOf<'preparation.save-plan'>> =>
  writePreparation(engine, (session) => savePlan(session, given.document, undefined));

/** @throws CaseError `plan-faulty`, `too-large`, and what the file system refuses */
export async function take(
  engine: Engine,
  given: RequestOf<'preparation.import-plan'>,
): Promise<ResponseOf<'preparation.import-plan'>> {
  const path = resolve(given.path);
  const text = planFile(path);
  return writePreparation(engine, (session) => savePlan(session, text, basename(path)));
}

function planFile(path: string): string {
  try {
    if (statSync(path).size > PLAN_LIMITS.bytes) {
      throw new CaseError('too-large', { what: path, limit: '1 MiB', remedy: 'It is no plan.' });
    }
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw error instanceof CaseError ? error : asFileError(error, path);
  }
}

/** @throws CaseError `already-exists`, and what the file system refuses */
export async function exported(
  engine: Engine,
  given: RequestOf<'preparation.export-plan'>,
): Promise<ResponseOf<'preparation.export-plan'>> {
  const path = resolve(given.path);
  const plan = await planOf(engine);
  const bytes = Buffer.from(textOf(plan));
  try {
    writeFileSync(path, bytes, { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    throw asFileError(error, path);
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path, size: bytes.length, sha256, title: plan.title };
}

/** The date stands in the preparation, and that it was told in the profile of this device. */
export async function review(engine: Engine): Promise<ResponseOf<'preparation.review'>> {
  const due = await readPreparation(engine, (db) =>
    db === null ? null : reviewOf(db, engine.host.clock.now()).due,
  );
  return { due, told: due !== null && settingOf(engine.profile(), 'plan-review-told') === due };
}

export function reviewTold(
  engine: Engine,
  { due }: RequestOf<'preparation.review-told'>,
): ResponseOf<'preparation.review-told'> {
  setSetting(engine.profile(), 'plan-review-told', due);
  return {};
}
