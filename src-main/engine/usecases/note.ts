import { addNote } from '../../casework/add-note.ts';
import { step } from '../../casework/append.ts';
import { zoneOf } from '../../casework/case-facts.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import type { Entry } from '../../domain/entry.ts';
import { understandTime } from '../../domain/time/understand.ts';
import { attachExhibit } from '../../evidence/attach-exhibit.ts';
import { tagsUsed } from '../../store/queries/tag.ts';
import { readDraft, saveDraft } from '../../store/queries/draft.ts';
import { writing } from '../open-case.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { written } from '../written.ts';

/** The note and the links to its exhibits: all of them, or none. */
export function add(engine: Engine, given: RequestOf<'note.add'>): ResponseOf<'note.add'> {
  const links: Entry[] = [];
  const answer = written(engine, (session) =>
    step(session, () => {
      const note = addNote(session, {
        text: given.text,
        at: given.at,
        zone: given.zone,
        phase: given.phase,
        tags: given.tags ?? [],
      });
      for (const exhibit of given.exhibits ?? []) links.push(attachExhibit(session, note.id, exhibit));
      return note;
    }),
  );
  if (links.length > 0) engine.wrote(links.map(({ id }) => id));
  return answer;
}

/** More are no help in a list. */
const TAGS = 200;

export const tags = (engine: Engine): ResponseOf<'tag.list'> => ({
  tags: tagsUsed(openCaseOf(engine).db, TAGS),
});

export function saveDraftText(engine: Engine, given: RequestOf<'draft.save'>): Record<string, never> {
  const { db } = writing(openCaseOf(engine));
  saveDraft(db, given.place, given.text, new Date().toISOString());
  return {};
}

export const readDraftText = (engine: Engine, given: RequestOf<'draft.read'>): { text: string } => ({
  text: readDraft(openCaseOf(engine).db, given.place),
});

export function understand(
  engine: Engine,
  given: RequestOf<'time.understand'>,
): ResponseOf<'time.understand'> {
  const zone = given.zone ?? zoneOf(openCaseOf(engine).db);
  const { utc, until, zone: inZone, precision } = understandTime(given.typed, zone, engine.host.clock.now());
  return { utc, ...(until === undefined ? {} : { until }), zone: inZone, precision };
}
