import { type EntryView, entryView } from '../../casework/entry-view.ts';
import { namesIn } from '../../casework/names.ts';
import { notCollected } from '../../casework/plan/collected.ts';
import { planOfCase } from '../../casework/plan/plan-of-case.ts';
import { recordAction } from '../../casework/plan/record-action.ts';
import { recordResult } from '../../casework/plan/record-result.ts';
import { entryWithId } from '../../casework/read-entry.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { aboutOfKind, standingRows } from '../../store/queries/standing.ts';
import { exhibitEntries } from '../exhibit-entries.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { written } from '../written.ts';

export function list(engine: Engine): ResponseOf<'action.list'> {
  const { db } = openCaseOf(engine);
  const names = namesIn(db);
  const view = (id: string, number: number): EntryView => entryView(entryWithId(db, id), number, names);
  return {
    catalogue: planOfCase(db).plan.actions.map(({ id, title, text, phase, destroys, undo, retest }) => ({
      id,
      title,
      text: text ?? null,
      phase,
      destroys: destroys === true,
      undo: undo ?? null,
      retest: retest === true,
    })),
    actions: aboutOfKind(db, 'action').map(({ entry, number }) => ({
      entry: view(entry, number),
      results: standingRows(db, `action-result/${entry}`).map((row) => view(row.entry, row.number)),
    })),
    notCollected: notCollected(db),
  };
}

export const record = (engine: Engine, given: RequestOf<'action.record'>): ResponseOf<'action.record'> =>
  written(engine, (session) =>
    recordAction(session, {
      phase: given.phase,
      action: given.action,
      system: given.system,
      what: given.what,
      why: given.why,
      ordered_by: given.orderedBy,
      done_by: given.doneBy,
      device: given.device,
      undo: given.undo,
      worked: given.worked,
      result: given.result,
      retest: given.retest,
      evidence: listed(exhibitEntries(session.db, given.evidence)),
      before_evidence: given.beforeEvidence,
      at: given.at,
      zone: given.zone,
    }),
  );

export const result = (engine: Engine, given: RequestOf<'action.result'>): ResponseOf<'action.result'> =>
  written(engine, (session) =>
    recordResult(session, {
      action: given.action,
      worked: given.worked,
      result: given.result,
      retest: given.retest,
      evidence: listed(exhibitEntries(session.db, given.evidence)),
      at: given.at,
      zone: given.zone,
    }),
  );

const listed = (entries: string[]): string[] | undefined => (entries.length === 0 ? undefined : entries);
