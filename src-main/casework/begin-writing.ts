import { randomBytes } from 'node:crypto';
import type { CaseId, WriterId } from '../domain/brands.ts';
import { hex } from '../domain/bytes.ts';
import type { WritableDb } from '../store/db.ts';
import type { Clock } from './clock.ts';
import type { Signer, Surroundings, WritingSession } from './session.ts';

/** A new writer for an open case; nothing is written before its first entry. */
export function beginWriting(
  db: WritableDb,
  caseId: CaseId,
  signer: Signer,
  clock: Clock,
  surroundings: Surroundings,
  lastHead: string | undefined,
): WritingSession {
  const writer = hex(randomBytes(16)) as WriterId;
  return { db, caseId, signer, writer, clock, surroundings, lastHead, n: 0, last: null };
}
