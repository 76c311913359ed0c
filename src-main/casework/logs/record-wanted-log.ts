import type { Entry } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
import type { FieldsOf } from '../../domain/kinds/index.ts';
import { sameName } from '../../domain/same-name.ts';
import { listField } from '../../domain/entry.ts';
import { append, step } from '../append.ts';
import { filled } from '../given-text.ts';
import { ownId } from '../own-id.ts';
import type { WritingSession } from '../session.ts';
import { standingIn } from '../standing-in.ts';
import { timeGiven } from '../time-given.ts';
import { findLog } from './find-log.ts';
import { wantedLogs } from './wanted-logs.ts';

type Fields = FieldsOf<'wanted-log'>;

export interface NewLogState {
  /** Its id, its title, or a unique beginning of its id. */
  readonly log: string;
  readonly event: Fields['event'];
  readonly host: string | undefined;
  readonly by: string | undefined;
  readonly result: string | undefined;
  readonly why: string | undefined;
  /** Entries of exhibits. */
  readonly evidence: readonly string[];
  readonly at: string | undefined;
  readonly zone: string | undefined;
}

/**
 * Says that one more log is wanted.
 * @throws CaseError `text-empty`, `wrong-use` where it is wanted already
 */
export function addWantedLog(session: WritingSession, title: string, host: string | undefined): Entry {
  const [name, server] = [filled(title), filled(host)];
  if (name === undefined) throw new CaseError('text-empty');
  const same = wantedLogs(session.db).find(
    (log) => sameName(log.title, name) && sameName(log.host ?? '', server ?? ''),
  );
  if (same !== undefined) {
    throw new CaseError('wrong-use', {
      reason: `“${name}”${server === undefined ? '' : ` of ${server}`} is wanted already (${same.id}).`,
    });
  }
  return step(session, () =>
    append(session, 'wanted-log', { log: ownId(), title: name, host: server, event: 'wanted' }),
  );
}

/**
 * Says what became of a log that is wanted. Exhibits that were named before stay.
 * @throws CaseError `wrong-use` for an unknown log, or where the proof is missing: the exhibit, the result, the reason;
 * the time errors of `understandTime`
 */
export function recordLogState(session: WritingSession, given: NewLogState): Entry {
  const log = findLog(session.db, given.log, filled(given.host));
  const { event } = given;
  const [result, why] = [filled(given.result), filled(given.why)];
  if (event === 'downloaded' && given.evidence.length === 0) {
    const reason = 'Say as which exhibit it was downloaded: without one, it is not here.';
    throw new CaseError('wrong-use', { reason, cli: 'evidence add takes it in.' });
  }
  if (event === 'reviewed' && result === undefined) {
    const reason = 'Say what was found, or that nothing was.';
    throw new CaseError('wrong-use', { reason, cli: 'Give --found nothing or --found TEXT.' });
  }
  if (event === 'not-available' && why === undefined) {
    throw new CaseError('wrong-use', { reason: 'Say why it is not to be had.', cli: 'Give --why.' });
  }
  if (event === 'wanted' && log.state !== 'not-available' && filled(given.host) === undefined) {
    throw new CaseError('wrong-use', { reason: `“${log.title}” is wanted already.` });
  }
  const before = standingIn(session.db, `wanted-log/downloaded/${log.id}`).flatMap((entry) =>
    listField(entry, 'evidence'),
  );
  const occurred = given.at === undefined ? undefined : timeGiven(session, given.at, given.zone);
  return step(session, () =>
    append(session, 'wanted-log', {
      log: log.id,
      title: log.title,
      host: filled(given.host) ?? log.host ?? undefined,
      event,
      evidence: event === 'downloaded' ? [...new Set([...before, ...given.evidence])] : undefined,
      by: filled(given.by),
      result: event === 'reviewed' ? result : undefined,
      why,
      occurred,
    }),
  );
}
