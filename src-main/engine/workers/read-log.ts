import { createHash } from 'node:crypto';
import { CaseError } from '../../domain/errors.ts';
import { IndexBuilder, loadWords } from '../../logs/index/builder.ts';
import { readerNamed } from '../../logs/readers/find-reader.ts';
import type { Given } from '../../logs/reading/reader.ts';
import { openLogIndex } from '../../store/log-index/open.ts';
import { deleteSource, logSource } from '../../store/log-index/source.ts';
import { useNativeBinding } from '../../store/open-encrypted.ts';
import { heed } from '../job-flag.ts';
import { type LogBytes, eachPieceOf } from '../logs/log-bytes.ts';
import { serve } from '../worker-serve.ts';

export interface ReadLogRequest {
  readonly index: string;
  readonly key: Uint8Array;
  readonly nativeBinding: string | undefined;
  readonly bytes: LogBytes;
  /** Of the exhibit, hex; null where it has none. */
  readonly sha256: string | null;
  /** Id of the exhibit's entry. */
  readonly exhibit: string;
  readonly member: string;
  readonly reader: string;
  readonly given: Given;
  /** Name in the progress. */
  readonly item: string;
  readonly cancelFlag: Int32Array;
}

export interface ReadLog {
  readonly rows: number;
  readonly problems: number;
}

/** Progress is told after this many bytes. */
const TELL_EVERY = 4 * 1024 * 1024;
/** A reader is given no more at once, so that a pause or an end is heeded soon. */
const PORTION = 256 * 1024;

serve<ReadLogRequest, ReadLog>(async (request, tell) => {
  useNativeBinding(request.nativeBinding);
  const { exhibit, member, reader, given, item, cancelFlag } = request;
  const db = openLogIndex(request.index, request.key);
  try {
    const asked = JSON.stringify({ reader, ...given });
    const before = logSource(db, exhibit, member);
    // Read in another way before: those rows are none of these.
    if (before !== undefined && (before.given !== asked || before.done === 1)) deleteSource(db, before.id);
    const builder = new IndexBuilder(db, loadWords(db), { exhibit, member, reader, given: asked });
    const run = readerNamed(reader).open(given, builder);
    const hash = createHash('sha256');
    let [size, told] = [0, 0];
    await eachPieceOf(request.bytes, (piece) => {
      hash.update(piece);
      size += piece.length;
      for (let at = 0; at < piece.length; at += PORTION) {
        heed(cancelFlag);
        run.feed(piece.subarray(at, at + PORTION));
      }
      if (size - told < TELL_EVERY) return;
      told = size;
      tell({ done: builder.rows, total: null, item });
    });
    if (request.sha256 !== null && hash.digest('hex') !== request.sha256) {
      const source = logSource(db, exhibit, member);
      if (source !== undefined) deleteSource(db, source.id);
      throw new CaseError('original-changed', { path: item });
    }
    run.end();
    builder.finish(size);
    return { rows: builder.rows, problems: builder.problems };
  } finally {
    db.close();
  }
});
