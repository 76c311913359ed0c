import { type Entry, objectField, textField, textIn } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
import type { ReadableDb } from '../../store/db.ts';
import { aboutOfKind } from '../../store/queries/standing.ts';
import { append, step } from '../append.ts';
import { zoneOf } from '../case-facts.ts';
import { namesIn } from '../names.ts';
import { entryWithId } from '../read-entry.ts';
import type { WritingSession } from '../session.ts';
import { timeGiven } from '../time-given.ts';
import { required, saidAnew } from './said-anew.ts';

/** Logs that were read by hand outside an incident. */
export interface LogReview {
  readonly entry: string;
  readonly source: string;
  /** UTC. */
  readonly from: string;
  readonly to: string;
  readonly zone: string;
  /** Null where nothing was found. */
  readonly found: string | null;
  readonly by: string;
  /** When it was written down, UTC. */
  readonly at: string;
}

/** All reviews, the newest first. */
export function logReviewsOf(db: ReadableDb): LogReview[] {
  const names = namesIn(db);
  return aboutOfKind(db, 'log-review')
    .map(({ entry: id }) => {
      const entry = entryWithId(db, id);
      const covers = objectField(entry, 'covers');
      return {
        entry: id,
        source: textField(entry, 'source') ?? '“withheld”',
        from: textIn(covers, 'from'),
        to: textIn(covers, 'to'),
        zone: textIn(covers, 'zone'),
        found: textField(entry, 'result') === 'nothing' ? null : (textField(entry, 'found') ?? '“withheld”'),
        by: textField(entry, 'by') ?? names.signedBy(entry.header).name,
        at: entry.header.recorded,
      };
    })
    .toReversed();
}

export interface NewLogReview {
  readonly source: string;
  /** As typed. */
  readonly from: string;
  readonly to: string;
  /** Zone of both; without it, the zone of the preparation. */
  readonly zone: string | undefined;
  /** Undefined = nothing was found. */
  readonly found: string | undefined;
  readonly by: string | undefined;
}

/**
 * Records that logs were read: which, from when to when, what was found or nothing.
 * @throws CaseError `wrong-use`, the time errors of `understandTime`
 */
export function recordLogReview(session: WritingSession, given: NewLogReview): Entry {
  const source = required(saidAnew(given.source, undefined), 'Say which log was read.');
  const zone = given.zone ?? zoneOf(session.db);
  const from = timeGiven(session, given.from, zone);
  // A day as the end of a span takes all of that day in.
  const to = timeGiven(session, `${given.from}..${given.to}`, zone).until ?? from.utc;
  if (to <= from.utc) {
    throw new CaseError('wrong-use', { reason: 'The end of what was read is not after its beginning.' });
  }
  if (Date.parse(from.utc) > session.clock.now()) {
    throw new CaseError('wrong-use', { reason: 'Logs of the future cannot have been read.' });
  }
  const covers = { from: from.utc, to, zone: from.zone, typed: `${given.from}..${given.to}` };
  const found = saidAnew(given.found, undefined);
  return step(session, () =>
    append(session, 'log-review', {
      source,
      covers,
      result: found === undefined ? 'nothing' : 'found',
      found,
      by: saidAnew(given.by, undefined),
    }),
  );
}
