import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { CaseError } from '../../domain/errors.ts';
import { findExhibit } from '../../evidence/find-exhibit.ts';
import { keptBytes } from '../../evidence/kept-bytes.ts';
import type { Preview } from '../../evidence/preview/preview-of.ts';
import { whyNotHere } from '../../evidence/why-not-here.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { startWorker } from '../worker.ts';
import type { PreviewRequest } from '../workers/preview.ts';

/** A look may take so long, in ms, and the thread so much memory, in MB. */
const LONGEST = 5000;
const MEMORY = 192;

/** A look at the stored bytes of an exhibit. They stay in memory; originals that lie elsewhere are not opened. */
export async function preview(
  engine: Engine,
  given: RequestOf<'evidence.preview'>,
): Promise<ResponseOf<'evidence.preview'>> {
  const { db } = openCaseOf(engine);
  const row = findExhibit(db, given.exhibit);
  const exhibit = row.label;
  const size = row.size ?? 0;
  const kept = keptBytes(db, row.entry);
  if (kept === null) throw new CaseError('bytes-not-here', { exhibit, reason: whyNotHere(db, row) });
  const worker = startWorker(engine.host, 'preview', { maxOldGenerationSizeMb: MEMORY });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    worker.end();
  }, LONGEST);
  try {
    const request = { kept, size, sha256: row.sha256 ?? '' };
    return { exhibit, size, preview: await worker.ask<PreviewRequest, Preview>(request) };
  } catch (error) {
    if (!late) throw error;
    const reason = `Looking at it took longer than ${LONGEST / 1000} seconds. Extract it to read it.`;
    return { exhibit, size, preview: { kind: 'refused', reason } };
  } finally {
    clearTimeout(timer);
    worker.end();
  }
}
