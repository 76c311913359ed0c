import type { Entry } from '../domain/entry.ts';
import { CaseError } from '../domain/errors.ts';
import { isPhase, phases } from '../domain/phase.ts';
import { tagOf } from '../domain/tag.ts';
import { understandTime } from '../domain/time/understand.ts';
import { append, step } from './append.ts';
import { zoneOf } from './case-facts.ts';
import type { WritingSession } from './session.ts';

export interface NewNote {
  /** Exactly as typed; kept as it is. */
  readonly text: string;
  /** Time as typed; absent where the note has no time of its own. */
  readonly at: string | undefined;
  readonly zone: string | undefined;
  readonly phase: string | undefined;
  readonly tags: readonly string[];
}

/**
 * Writes a note; it is durable when this returns.
 * @throws CaseError `text-empty`, `too-large`, the time errors of `understandTime`, `wrong-use` for a tag or phase
 */
export function addNote(session: WritingSession, given: NewNote): Entry {
  if (given.text.trim() === '') throw new CaseError('text-empty');
  const tags = given.tags.map((typed) => {
    const tag = tagOf(typed);
    if (tag === null) {
      throw new CaseError('wrong-use', {
        reason: `“${typed}” is no tag. A tag is a word of letters, digits, - and _.`,
      });
    }
    return tag;
  });
  if (given.phase !== undefined && !isPhase(given.phase)) {
    throw new CaseError('wrong-use', {
      reason: `“${given.phase}” is no phase. The phases are ${phases.join(', ')}.`,
    });
  }
  const occurred =
    given.at === undefined
      ? undefined
      : understandTime(given.at, given.zone ?? zoneOf(session.db), session.clock.now());
  return step(session, () =>
    append(session, 'note', {
      text: given.text,
      occurred,
      phase: given.phase,
      tags: tags.length === 0 ? undefined : [...new Set(tags)],
    }),
  );
}
