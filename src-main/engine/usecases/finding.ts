import { dismissalOf, judgeFinding } from '../../casework/logs/judge-finding.ts';
import { pinnedFindings } from '../../casework/logs/pinned-findings.ts';
import { type Names, namesIn } from '../../casework/names.ts';
import { standingIn } from '../../casework/standing-in.ts';
import type { Finding } from '../../contract/finding.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { numberField, textField } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
import { ruleNamed } from '../../logs/findings/rules/index.ts';
import type { LogFinding } from '../../logs/findings/run-rules.ts';
import type { ReadableDb } from '../../store/db.ts';
import { logIndexKey } from '../logs/log-index-key.ts';
import { isoOf, knownSources, logsOf } from '../logs/logs-of.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { written } from '../written.ts';

/** What was found, at once; rules are asked anew behind it where the index holds something else by now. */
export async function findings(engine: Engine): Promise<ResponseOf<'log.findings'>> {
  const { db } = openCaseOf(engine);
  const { finding } = logsOf(engine);
  const { sources, labels } = await knownSources(engine);
  const of = JSON.stringify([
    labels,
    sources.map(({ source: { id, done, total_rows: rows, marks } }) => [id, done, rows, marks]),
  ]);
  const key = sources.length === 0 ? null : logIndexKey(db, null);
  // While logs are read every look would begin anew.
  if (key !== null && !engine.jobs.isRunning('log.import')) finding.start(of, labels, key);
  const { last, running } = finding;
  const pinned = pinnedFindings(db);
  const names = namesIn(db);
  return {
    findings: (last?.findings ?? []).map((one) => viewOf(db, one, pinned, names)),
    notShown: (last?.notShown ?? []).map(({ rule, count }) => ({
      rule,
      title: ruleNamed(rule).title,
      count,
    })),
    incomplete: (last?.incomplete ?? []).map((rule) => ruleNamed(rule).title),
    state: sources.length === 0 || last?.of === of ? 'current' : last === null ? 'none' : 'old',
    running: running === null ? null : { done: running.done, total: running.total, rule: running.item },
  };
}

function viewOf(
  db: ReadableDb,
  { rule: id, ...found }: LogFinding,
  pinned: ReadonlyMap<string, string[]>,
  names: Names,
): Finding {
  const { title, why, next, falsePositives, attack } = ruleNamed(id);
  const dismissal = dismissalOf(db, found.id);
  return {
    ...found,
    rule: id,
    title,
    why,
    next,
    falsePositives,
    attack: [...attack],
    evidence: [...found.evidence],
    first: found.first === null ? null : isoOf(found.first),
    last: found.last === null ? null : isoOf(found.last),
    dismissed:
      dismissal === null
        ? null
        : {
            why: textField(dismissal, 'why') ?? 'withheld',
            by: names.signedBy(dismissal.header).name,
            at: dismissal.header.recorded,
            entry: dismissal.id,
          },
    pinned: pinned.get(found.id) ?? [],
  };
}

export const dismiss = (engine: Engine, given: RequestOf<'log.dismiss'>): ResponseOf<'log.dismiss'> =>
  judge(engine, given, 'dismissed');

export const reopen = (engine: Engine, given: RequestOf<'log.reopen'>): ResponseOf<'log.reopen'> =>
  judge(engine, given, 'reopened');

function judge(
  engine: Engine,
  { finding, why }: RequestOf<'log.dismiss'>,
  state: 'dismissed' | 'reopened',
): ResponseOf<'log.dismiss'> {
  const { db } = openCaseOf(engine);
  const known = knownFinding(engine, finding);
  if (state === 'reopened' && dismissalOf(db, known.finding) === null) {
    const reason = `The finding “${known.title}” is not set aside, so there is nothing to take up again.`;
    throw new CaseError('wrong-use', { reason });
  }
  return written(engine, (session) => judgeFinding(session, { ...known, state, why }));
}

interface Known {
  readonly finding: string;
  readonly rule: string;
  readonly title: string;
  readonly about: string | undefined;
  readonly rows: number;
}

/**
 * A finding of the logs as they were read last, or one that the record tells of.
 * @throws CaseError `wrong-use`
 */
export function knownFinding(engine: Engine, id: string): Known {
  const { db } = openCaseOf(engine);
  const found = logsOf(engine).finding.last?.findings.find((one) => one.id === id);
  if (found !== undefined) {
    const { rule, about, rows } = found;
    const { title } = ruleNamed(rule);
    return { finding: id, rule, title, about: about === '' ? undefined : about, rows };
  }
  const entry = standingIn(db, `log-finding/${id}`).at(-1);
  if (entry === undefined) {
    const reason = `There is no finding ${id} in the logs as they were read last.`;
    throw new CaseError('wrong-use', { reason, cli: '`log findings` shows them.' });
  }
  return {
    finding: id,
    rule: textField(entry, 'rule') ?? '',
    title: textField(entry, 'title') ?? '',
    about: textField(entry, 'about'),
    rows: numberField(entry, 'rows') ?? 0,
  };
}
