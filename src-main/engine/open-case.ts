import { closeSync, openSync } from 'node:fs';
import type { CaseId } from '../domain/brands.ts';
import { CaseError } from '../domain/errors.ts';
import type { TimelineIndex } from '../casework/timeline-index.ts';
import type { WritingSession } from '../casework/session.ts';
import type { CaseKey } from '../store/case-key.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';
import type { LogReading } from './logs/log-reading.ts';

/** A case that this engine has open. The key lives as long as the process. */
export interface OpenCase {
  readonly path: string;
  readonly caseId: CaseId;
  readonly key: CaseKey;
  readonly db: ReadableDb;
  /** The same connection where it may be written; null while only reading. */
  readonly writable: WritableDb | null;
  readonly readOnly: boolean;
  /** It was made as a copy in which nobody is to write. */
  readonly readingCopy: boolean;
  /** Writer of this opening, made when something is first written; null while only reading. */
  session: WritingSession | null;
  readonly makeSession: (() => WritingSession) | null;
  /** Number of the last entry that the window knows of. */
  told: number;
  /** What `verify` reads pages through; opened once and closed after the database, never before. */
  pages: number | null;
  /** What filters and searches look at; null until they are used, and after a merge. */
  index: TimelineIndex | null;
  /** The thread that searches the logs; null until it is needed. */
  logs: LogReading | null;
}

/** The writer of this opening. @throws CaseError `read-only` */
export function writing(open: OpenCase): WritingSession {
  if (open.makeSession === null) throw notForWriting(open);
  open.session ??= open.makeSession();
  return open.session;
}

/**
 * A descriptor for reading the raw pages of an open case. Closing one would drop the process's lock on the file
 * (fcntl(2)), so there is one, and it is closed after the database.
 */
export function pagesOf(open: OpenCase): number {
  open.pages ??= openSync(open.path, 'r');
  return open.pages;
}

/** The connection to change the file with, where no entry is written. @throws CaseError `read-only` */
export function writableOf(open: OpenCase): WritableDb {
  if (open.writable === null) throw notForWriting(open);
  return open.writable;
}

function notForWriting({ path, readingCopy }: OpenCase): CaseError {
  if (readingCopy) return new CaseError('reading-copy', { path });
  return new CaseError('read-only', { path, reason: 'it is open for reading only.' });
}

export function closeCase(open: OpenCase): void {
  open.logs?.end();
  open.db.close();
  if (open.pages !== null) closeSync(open.pages);
  open.pages = null;
}
