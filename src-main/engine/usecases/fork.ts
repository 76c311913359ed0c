import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { append, step } from '../../casework/append.ts';
import { namesIn } from '../../casework/names.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import type { Merged } from '../../contract/merge.ts';
import { utcIso } from '../../domain/brands.ts';
import { hex } from '../../domain/bytes.ts';
import { CaseError } from '../../domain/errors.ts';
import { asFileError } from '../../domain/file-error.ts';
import type { ReadableDb } from '../../store/db.ts';
import { takeWaiting } from '../merge/admit.ts';
import { before, mergeReport } from '../merge/report.ts';
import { type WaitingFork, waitingForks } from '../merge/waiting.ts';
import { writing } from '../open-case.ts';
import { type Engine, openCaseOf } from '../state.ts';

export function list(engine: Engine): ResponseOf<'fork.list'> {
  const { db } = openCaseOf(engine);
  const names = namesIn(db);
  return {
    forks: waitingForks(db).map(({ id, author, writer, n, rows }) => ({
      id,
      author,
      name: names.nameOf(author),
      writer,
      n,
      entries: rows.length,
      origin: rows[0]?.origin ?? '',
      arrived: rows[0]?.arrived ?? '',
    })),
  };
}

export function exportFork(engine: Engine, given: RequestOf<'fork.export'>): ResponseOf<'fork.export'> {
  const { rows } = forkNamed(openCaseOf(engine).db, given.fork);
  const path = resolve(given.path);
  if (existsSync(path)) throw new CaseError('already-exists', { path });
  const entries = rows.map(({ hash, header, signature, fields }) => ({
    hash: hex(hash),
    header: Buffer.from(header).toString('utf8'),
    signature: hex(signature),
    fields: JSON.parse(fields) as unknown,
  }));
  const bytes = Buffer.from(`${JSON.stringify({ entries }, null, 1)}\n`);
  try {
    writeFileSync(path, bytes, { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    throw asFileError(error, path);
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path, size: bytes.length, sha256, entries: rows.length };
}

export function admit(engine: Engine, given: RequestOf<'fork.admit'>): { job: string } {
  const session = writing(openCaseOf(engine));
  const { db } = session;
  const fork = forkNamed(db, given.fork);
  if (given.why.trim() === '') {
    throw new CaseError('wrong-use', { reason: 'Say why both sides are to stand.' });
  }
  return engine.jobs.start('record.merge', async (job): Promise<Merged> => {
    const { author, writer, n } = fork;
    const entry = step(session, () => append(session, 'admission', { author, writer, n, why: given.why }));
    engine.wrote([entry.id]);
    const then = before(db);
    const parts = { host: engine.host, db, job, hold: engine.hold, pause: async () => Promise.resolve() };
    const log = { at: utcIso(engine.host.clock.now()), path: fork.rows[0]?.origin ?? '' };
    const report = mergeReport(db, await takeWaiting(parts, fork, log), then);
    engine.merged();
    return report;
  });
}

/** @throws CaseError `wrong-use` with the forks that there are */
function forkNamed(db: ReadableDb, digits: string): WaitingFork {
  const forks = waitingForks(db);
  const wanted = digits.trim().toLowerCase();
  const [only, second] = wanted.length < 8 ? [] : forks.filter(({ id }) => id.startsWith(wanted));
  if (only !== undefined && second === undefined) return only;
  const known = forks.map(({ id }) => id.slice(0, 8)).join(', ');
  throw new CaseError('wrong-use', {
    reason:
      known === ''
        ? 'No fork waits in this case.'
        : `“${digits}” names no fork. Give 8 digits or more of one of these: ${known}.`,
  });
}
