import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { CaseError } from '../../domain/errors.ts';
import { entryWithId } from '../../casework/read-entry.ts';
import { pathOf } from '../../evidence/exhibit-view.ts';
import { findExhibit } from '../../evidence/find-exhibit.ts';
import { hasNoBytes } from '../../evidence/gone-bytes.ts';
import { keptBytes } from '../../evidence/kept-bytes.ts';
import type { Preview } from '../../evidence/preview/preview-of.ts';
import { whyNotHere } from '../../evidence/why-not-here.ts';
import type { ReadableDb } from '../../store/db.ts';
import type { ExhibitRow } from '../../store/queries/exhibit.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { startWorker } from '../worker.ts';
import type { PreviewRequest } from '../workers/preview.ts';

/** A look may take so long, in ms, and the thread so much memory, in MB. */
const LONGEST = 5000;
const MEMORY = 192;

/** All of an original is hashed before anything of it is shown: some gigabytes of it, in ms. */
const LONGEST_OF_ORIGINAL = 20_000;

/**
 * A look at the bytes of an exhibit, in memory only: the stored ones, or an original that lies elsewhere, as long as it
 * still has the recorded hash.
 */
export async function preview(
  engine: Engine,
  given: RequestOf<'evidence.preview'>,
): Promise<ResponseOf<'evidence.preview'>> {
  const { db } = openCaseOf(engine);
  const row = findExhibit(db, given.exhibit);
  const exhibit = row.label;
  const size = row.size ?? 0;
  const request = requestFor(db, row);
  const longest = 'original' in request ? LONGEST_OF_ORIGINAL : LONGEST;
  const worker = startWorker(engine.host, 'preview', { maxOldGenerationSizeMb: MEMORY });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    worker.end();
  }, longest);
  try {
    const seen = await worker.ask<PreviewRequest, Preview>(request);
    return { exhibit, size, hashed: 'original' in request && seen.kind !== 'changed', preview: seen };
  } catch (error) {
    if (!late) throw error;
    const what = 'original' in request ? 'Hashing it' : 'Looking at it';
    const then = 'original' in request ? 'Verify it, then open a copy of it.' : 'Extract it to read it.';
    const reason = `${what} took longer than ${longest / 1000} seconds. ${then}`;
    return { exhibit, size, hashed: false, preview: { kind: 'refused', reason } };
  } finally {
    clearTimeout(timer);
    worker.end();
  }
}

/** @throws CaseError `bytes-not-here` */
function requestFor(db: ReadableDb, row: ExhibitRow): PreviewRequest {
  const [size, sha256] = [row.size ?? 0, row.sha256 ?? ''];
  if (row.mode === 'reference' && !hasNoBytes(db, row)) {
    const path = pathOf(entryWithId(db, row.entry));
    if (path.length === 0) {
      throw new CaseError('bytes-not-here', { exhibit: row.label, reason: 'its path was withheld.' });
    }
    return { original: { path, caseFile: db.path, size, sha256 } };
  }
  const kept = keptBytes(db, row.entry);
  if (kept === null) {
    throw new CaseError('bytes-not-here', { exhibit: row.label, reason: whyNotHere(db, row) });
  }
  return { kept, size, sha256 };
}
