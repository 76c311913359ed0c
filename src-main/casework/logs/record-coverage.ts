import { type Entry, listField, objectField, textField } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
import type { FieldsOf } from '../../domain/kinds/index.ts';
import { append, step } from '../append.ts';
import { filled } from '../given-text.ts';
import { ownId } from '../own-id.ts';
import { entryWithId, findEntry } from '../read-entry.ts';
import type { WritingSession } from '../session.ts';
import { timeGiven } from '../time-given.ts';
import { titledLogs } from './find-log.ts';
import { wantedLogs } from './wanted-logs.ts';

type Fields = FieldsOf<'coverage'>;

export interface NewReading {
  /** Which log: the title or id of a wanted one, or any other name. */
  readonly source: string;
  readonly host: string;
  /** As typed. */
  readonly from: string;
  readonly to: string;
  readonly zone: string | undefined;
  /** Who read it; the author where it is not said. */
  readonly by: string | undefined;
  /** `nothing`, or what was found. */
  readonly found: string;
  /** Entries of exhibits. */
  readonly evidence: readonly string[];
  /** When it was read. */
  readonly at: string | undefined;
  /** The statement that this one takes the place of: its entry, or 8 digits of it. */
  readonly replaces: string | undefined;
}

const NOTHING = 'nothing';

/**
 * Says which log of which host was read from when to when, by whom, and what was found.
 * @throws CaseError `text-empty`, `wrong-use` for a span that ends before it begins; `entry-unknown`; the time errors of
 * `understandTime`
 */
export function recordReading(session: WritingSession, given: NewReading): Entry {
  const [source, host, found] = [filled(given.source), filled(given.host), filled(given.found)];
  if (source === undefined || host === undefined || found === undefined) throw new CaseError('text-empty');
  const covers = spanGiven(session, given);
  const logs = wantedLogs(session.db);
  const byId = logs.find(({ id }) => id === source);
  const titled = byId === undefined ? titledLogs(logs, source, host) : [byId];
  const log = titled.length === 1 ? titled[0] : undefined;
  const replaced = given.replaces === undefined ? undefined : statementNamed(session, given.replaces);
  const occurred = given.at === undefined ? undefined : timeGiven(session, given.at, given.zone);
  const nothing = found.toLowerCase() === NOTHING;
  return step(session, () =>
    append(session, 'coverage', {
      statement: replaced === undefined ? ownId() : (textField(replaced, 'statement') ?? ownId()),
      state: 'stands',
      source: log?.title ?? source,
      log: log?.id,
      host,
      covers,
      by: filled(given.by) ?? session.signer.name,
      found: !nothing,
      finding: nothing ? undefined : found,
      evidence: given.evidence.length === 0 ? undefined : [...given.evidence],
      occurred,
    }),
  );
}

/**
 * Takes a statement back that does not hold.
 * @throws CaseError `wrong-use` without a reason, or where it was taken back; `entry-unknown`
 */
export function withdrawReading(session: WritingSession, id: string, why: string): Entry {
  const reason = filled(why);
  if (reason === undefined) {
    throw new CaseError('wrong-use', { reason: 'Say why the statement does not hold.', cli: 'Give --why.' });
  }
  const entry = statementNamed(session, id);
  const covers = objectField(entry, 'covers') as Fields['covers'] | undefined;
  if (textField(entry, 'state') !== 'stands' || covers === undefined) {
    throw new CaseError('wrong-use', { reason: `The statement ${entry.id.slice(0, 8)} does not stand.` });
  }
  const text = (name: string): string => textField(entry, name) ?? 'withheld';
  const evidence = listField(entry, 'evidence');
  return step(session, () =>
    append(session, 'coverage', {
      statement: text('statement'),
      state: 'withdrawn',
      source: text('source'),
      log: textField(entry, 'log'),
      host: text('host'),
      covers,
      by: text('by'),
      found: entry.fields['found'] === true,
      finding: textField(entry, 'finding'),
      evidence: evidence.length === 0 ? undefined : [...evidence],
      why: reason,
    }),
  );
}

function spanGiven(session: WritingSession, { from, to, zone }: NewReading): Fields['covers'] {
  const [begin, end] = [timeGiven(session, from, zone), timeGiven(session, to, zone)];
  if (Date.parse(end.utc) <= Date.parse(begin.utc)) {
    throw new CaseError('wrong-use', {
      reason: `The log is said to be read from ${begin.utc} to ${end.utc}, which is no span.`,
      cli: 'Give --to a time after --from, each with its day.',
    });
  }
  return { from: begin.utc, to: end.utc, zone: begin.zone, typed: `${from.trim()}..${to.trim()}` };
}

function statementNamed(session: WritingSession, id: string): Entry {
  const entry = entryWithId(session.db, findEntry(session.db, id));
  if (entry.header.kind === 'coverage') return entry;
  throw new CaseError('wrong-use', { reason: `Entry ${entry.id.slice(0, 8)} says nothing about coverage.` });
}
