import { correctNote } from '../../casework/correct-note.ts';
import { findEntry } from '../../casework/read-entry.ts';
import { withhold as withholdField } from '../../casework/withhold.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { textField } from '../../domain/entry.ts';
import { attachExhibit } from '../../evidence/attach-exhibit.ts';
import { entriesAbout } from '../../store/queries/standing.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { written } from '../written.ts';

export const correct = (engine: Engine, given: RequestOf<'note.correct'>): ResponseOf<'note.correct'> =>
  written(
    engine,
    (session) =>
      correctNote(session, {
        entry: findEntry(session.db, given.entry),
        text: given.text,
        at: given.at,
        zone: given.zone,
        tags: given.tags,
        reason: given.reason,
      }),
    (entry) => {
      const note = textField(entry, 'entry') ?? '';
      const earlier = entriesAbout(openCaseOf(engine).db, note, 'correction').map((row) => row.entry);
      return [note, ...earlier.filter((id) => id !== entry.id)];
    },
  );

export const withhold = (engine: Engine, given: RequestOf<'entry.withhold'>): ResponseOf<'entry.withhold'> =>
  written(
    engine,
    (session) => withholdField(session, findEntry(session.db, given.entry), given.field, given.why),
    (entry) => [textField(entry, 'entry') ?? ''],
  );

export const attach = (engine: Engine, given: RequestOf<'entry.attach'>): ResponseOf<'entry.attach'> =>
  written(
    engine,
    (session) => attachExhibit(session, findEntry(session.db, given.entry), given.exhibit),
    (entry) => [textField(entry, 'entry') ?? ''],
  );
