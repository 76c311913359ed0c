import { randomBytes } from 'node:crypto';
import type { CaseId, WriterId } from '../domain/brands.ts';
import { base64url, fromHex, hex } from '../domain/bytes.ts';
import type { Json } from '../domain/canonical.ts';
import { caseIdOf } from '../domain/entry-hash.ts';
import { PROJECTION_VERSION } from '../domain/projection/rows.ts';
import type { CaseKey } from '../store/case-key.ts';
import { createCaseFile } from '../store/create-case.ts';
import { setLocal } from '../store/queries/local.ts';
import { append, introduce } from './append.ts';
import type { Clock } from './clock.ts';
import type { FirstFact } from './intake.ts';
import { sha256 } from './node-crypto.ts';
import type { Signer, Surroundings, WritingSession } from './session.ts';

export interface NewCase {
  readonly path: string;
  readonly key: CaseKey;
  readonly title: string;
  /** IANA name: the case's zone, changed later only by an entry. */
  readonly zone: string;
  readonly practice: boolean;
  /** What is known in the first minute, and what the preparation knows of organisation and team. */
  readonly facts: readonly FirstFact[];
  /** The plan of this moment, as the record keeps it. */
  readonly plan: Json | undefined;
  /** Without it, an incident. */
  readonly kind?: 'preparation';
}

/**
 * Creates a case with its first entries: `case`, the founder's introduction, and the facts known so far.
 * @throws CaseError as `createCaseFile`
 */
export function createCase(given: NewCase, signer: Signer, clock: Clock, surroundings: Surroundings): CaseId {
  const nonce = randomBytes(32);
  const caseId = caseIdOf(sha256, nonce, fromHex(signer.key)) as CaseId;
  createCaseFile(given.path, given.key, (db) => {
    const writer = hex(randomBytes(16)) as WriterId;
    const session: WritingSession = {
      db,
      caseId,
      signer,
      writer,
      clock,
      surroundings,
      lastHead: undefined,
      n: 0,
      last: null,
    };
    db.transaction(() => {
      setLocal(db, 'projection-version', String(PROJECTION_VERSION));
      append(session, 'case', {
        nonce: base64url(nonce),
        title: given.title,
        case_kind: given.kind ?? 'incident',
        practice: given.practice,
      });
      introduce(session);
      append(session, 'fact', { name: 'zone', value: given.zone });
      for (const fact of given.facts) append(session, 'fact', { ...fact });
      if (given.plan !== undefined) append(session, 'plan', { document: given.plan });
    });
  });
  return caseId;
}
