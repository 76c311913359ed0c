import { CaseError } from '../../domain/errors.ts';
import { IndexBuilder, loadWords } from '../../logs/index/builder.ts';
import type { PackedBlock, RawBlock } from '../../logs/index/pack-block.ts';
import { readerNamed } from '../../logs/readers/find-reader.ts';
import type { Given } from '../../logs/reading/reader.ts';
import { unpackLog } from '../../logs/reading/unpack.ts';
import { openLogIndex } from '../../store/log-index/open.ts';
import { deleteSource, logSource } from '../../store/log-index/source.ts';
import { useNativeBinding } from '../../store/open-encrypted.ts';
import type { EngineHost } from '../host.ts';
import { heed } from '../job-flag.ts';
import { type LogBytes, hashOf, sourceOf } from '../logs/log-bytes.ts';
import { startWorker } from '../worker.ts';
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
  /** Name inside an archive; empty for the file itself. */
  readonly member: string;
  readonly reader: string;
  readonly given: Omit<Given, 'name' | 'modified'>;
  /** Name in the progress. */
  readonly item: string;
  readonly cancelFlag: Int32Array;
  /** Where the thread that packs is started from. */
  readonly host: Pick<EngineHost, 'workers' | 'mayBlock'>;
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
  const source = await sourceOf(request.bytes);
  const db = openLogIndex(request.index, request.key);
  const packer = startWorker(request.host, 'pack-log');
  try {
    // Before anything is read from it: what stands in the index is of the bytes that were hashed.
    const check = (): void => heed(cancelFlag);
    if (request.sha256 !== null && (await hashOf(source, check)) !== request.sha256) {
      throw new CaseError('original-changed', { path: item });
    }
    const asked = JSON.stringify({ reader, ...given });
    const before = logSource(db, exhibit, member);
    // Read in another way before, or to its end: those rows are none of these.
    if (before !== undefined && (before.given !== asked || before.done === 1)) deleteSource(db, before.id);
    const builder = new IndexBuilder(db, loadWords(db), { exhibit, member, reader, given: asked }, (block) =>
      packer.ask<RawBlock, PackedBlock>(block),
    );
    let isFound = false;
    const told = ({ kind, member: name, offset, detail }: Told): void => {
      if (member === '' || name === member) builder.problem(kind, 0, offset, detail);
    };
    for await (const { name, modified, pieces } of unpackLog(source, told)) {
      if (member !== '' && name !== member) continue;
      isFound = true;
      const run = readerNamed(reader).open({ ...given, name, modified }, builder);
      let [size, last] = [0, 0];
      for await (const piece of pieces) {
        size += piece.length;
        for (let at = 0; at < piece.length; at += PORTION) {
          heed(cancelFlag);
          run.feed(piece.subarray(at, at + PORTION));
          await builder.room();
        }
        if (size - last >= TELL_EVERY) {
          last = size;
          tell({ done: builder.rows, total: null, item });
        }
      }
      run.end();
      builder.finish(size);
      await builder.settled();
      break;
    }
    if (!isFound) throw new CaseError('wrong-use', { reason: `There is no ${member} in ${item}.` });
    return { rows: builder.rows, problems: builder.problems };
  } finally {
    packer.end();
    db.close();
    await source.places?.close();
  }
});

type Told = Parameters<Parameters<typeof unpackLog>[1]>[0];
