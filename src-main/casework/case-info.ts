import { statSync } from 'node:fs';
import { hex } from '../domain/bytes.ts';
import type { ReadableDb } from '../store/db.ts';
import { authors } from '../store/queries/author.ts';
import { tips } from '../store/queries/entry.ts';
import { countExhibits } from '../store/queries/exhibit.ts';
import { schemaVersion } from '../store/queries/local.ts';
import { lastNumber, rowNumbered } from '../store/queries/timeline.ts';
import { beginningOf, zoneOf } from './case-facts.ts';
import { phasesOf } from './enter-phase.ts';
import { factsOf } from './facts.ts';
import { isSealed } from './is-sealed.ts';
import { unsureIn } from './unsure.ts';

/** What is known of a case without reading its entries one by one. */
export function caseInfo(db: ReadableDb) {
  const beginning = beginningOf(db);
  const last = rowNumbered(db, lastNumber(db));
  const iso = (ms: number): string => new Date(ms).toISOString();
  return {
    id: beginning.id as string,
    path: db.path,
    title: beginning.title,
    kind: beginning.kind,
    practice: beginning.practice,
    zone: zoneOf(db),
    phase: phasesOf(db).at(-1) ?? '',
    phases: phasesOf(db),
    phaseUnsure: unsureIn(db, ['phase']),
    sealed: isSealed(db),
    created: beginning.created as string,
    entries: last?.number ?? 0,
    exhibits: countExhibits(db),
    authors: authors(db).length,
    heads: tips(db).map((tip) => hex(tip)),
    lastRecorded: last === undefined ? beginning.created : iso(last.recorded),
    size: statSync(db.path).size,
    schema: schemaVersion(db),
    facts: factsOf(db),
  };
}
