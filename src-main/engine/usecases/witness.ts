import { viewOfNew } from '../../casework/entry-view.ts';
import { checkWitness, fingerprint, recordWitness } from '../../casework/witness.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { CaseError } from '../../domain/errors.ts';
import { inSlices } from '../in-slices.ts';
import { listedEntries } from '../listed-entries.ts';
import { writing } from '../open-case.ts';
import { type Engine, openCaseOf } from '../state.ts';

export const show = (engine: Engine): ResponseOf<'witness.show'> => fingerprint(openCaseOf(engine).db);

export async function record(
  engine: Engine,
  given: RequestOf<'witness.record'>,
): Promise<ResponseOf<'witness.record'>> {
  const opened = openCaseOf(engine);
  const told =
    given.told === undefined ? fingerprint(opened.db) : await inSlices(checkWitness(opened.db, given.told));
  if ('known' in told && !told.known) {
    throw new CaseError('wrong-use', {
      reason: 'The words or the code that were told are not of this record. Read out those that it has now.',
      cli: '`witness` shows them.',
    });
  }
  const entry = recordWitness(
    writing(opened),
    { person: given.person, by: given.by ?? 'telephone', at: given.at, zone: given.zone },
    told,
  );
  engine.wrote([entry.id]);
  return { entry: viewOfNew(opened.db, entry) };
}

export async function check(
  engine: Engine,
  given: RequestOf<'witness.check'>,
): Promise<ResponseOf<'witness.check'>> {
  const { db } = openCaseOf(engine);
  const { later, ...answer } = await inSlices(checkWitness(db, given.told));
  return { ...answer, came: listedEntries(db, later.slice(0, LISTED)) };
}

/** Entries that an answer names. */
const LISTED = 100;
