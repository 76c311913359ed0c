import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { planOfCase } from '../../casework/plan/plan-of-case.ts';
import { savePlan } from '../../casework/preparation/prepared-plan.ts';
import { reviewOfCase } from '../../casework/review/review-of-case.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import type { ReviewItemView } from '../../contract/review.ts';
import { CaseError } from '../../domain/errors.ts';
import { asFileError } from '../../domain/file-error.ts';
import { defaultPlan } from '../../domain/plan/default/index.ts';
import { improvedPlan, openImprovements } from '../../domain/review/improved-plan.ts';
import type { ReadableDb } from '../../store/db.ts';
import { preparationPath, readPreparation, writePreparation } from '../preparation.ts';
import { type Engine, openCaseOf } from '../state.ts';

/**
 * Writes nothing into the record.
 * @throws CaseError `wrong-use` where nothing is to be improved, `already-exists`, and what the file system refuses
 */
export function exported(engine: Engine, { path }: RequestOf<'review.export'>): ResponseOf<'review.export'> {
  const { db } = openCaseOf(engine);
  const improvements = improvementsOf(db);
  const plan = improvedPlan(planOfCase(db).plan, improvements);
  const document = `${JSON.stringify(plan, null, 2)}\n`;
  if (path !== undefined) writeNewFile(resolve(path), document);
  return { title: plan.title, version: plan.version, document, improvements };
}

function improvementsOf(db: ReadableDb): ReviewItemView[] {
  const open = openImprovements(reviewOfCase(db).items.filter(({ list }) => list === 'improvement'));
  if (open.length > 0) return open;
  throw new CaseError('wrong-use', { reason: 'No improvement is open: there is nothing to export.' });
}

function writeNewFile(path: string, text: string): void {
  try {
    writeFileSync(path, text, { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    throw asFileError(error, path);
  }
}

/**
 * The plan of the preparation may be another one by now than that of the case: it is the one that gets the new steps.
 * @throws CaseError `wrong-use` where nothing is to be improved, nothing was prepared on this device, or all is in
 */
export async function intoPreparation(engine: Engine): Promise<ResponseOf<'review.into-preparation'>> {
  const improvements = improvementsOf(openCaseOf(engine).db);
  if (!existsSync(preparationPath(engine))) {
    throw new CaseError('wrong-use', {
      reason: 'Nothing was prepared on this device. Save the plan as a file and take it in where it was.',
    });
  }
  const { entry } = await writePreparation(engine, (session) =>
    savePlan(session, JSON.stringify(improvedPlan(planOfCase(session.db).plan, improvements)), undefined),
  );
  const { title, version } = await readPreparation(engine, (db) =>
    db === null ? defaultPlan : planOfCase(db).plan,
  );
  return { entry, title, version };
}
