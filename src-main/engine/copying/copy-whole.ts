import type { PagesWish } from '../../share/copied-pages.ts';
import type { CaseKey } from '../../store/case-key.ts';
import { removeUnfinished } from '../../store/create-case.ts';
import { giveName } from '../../store/give-name.ts';
import { syncFile } from '../../store/sync-file.ts';
import { type SharedPages, readPages } from '../../store/read-pages.ts';
import type { EngineHost } from '../host.ts';
import { type WorkerHandle, startWorker } from '../worker.ts';
import type { CopyPagesRequest } from '../workers/copy-pages.ts';

/** A case file whose pages can be read. */
export interface WholeCase {
  readonly path: string;
  /** Descriptor that its owner keeps open (`pagesOf`). */
  readonly file: number;
  readonly key: CaseKey;
}

export interface WholeCopyPlace {
  readonly path: string;
  /** Where it lies until it has its name (`temporaryName`). */
  readonly temporary: string;
}

/** A copy of all entries of a case, made from its pages in memory; nothing that stays behind reaches the disk. */
export interface WholeCopy {
  /**
   * Reads the case as it stands. Nobody can write meanwhile, because this thread does; the system has the file in memory
   * by then, which gave 153 MB in 111 ms.
   */
  read(): void;
  /**
   * Writes the copy, under its temporary name.
   * @param pause called between pieces of work, with the share of it that is done; throws to end it
   */
  write(wish: PagesWish, pause: (share: number) => Promise<void>): Promise<void>;
  name(): void;
  /** Removes what was written, unless it has its name; ends the threads. */
  end(): void;
}

/** Pages that a thread is given at once: 8 MiB. */
const PIECE = 2048;
const THREADS = 2;
/** Share of the work that is done when all are decrypted, about. */
const OPENED = 0.4;

/**
 * Begins such a copy: its file is there when this resolves.
 * @throws CaseError as `beginCaseFile`
 */
export async function beginWhole(
  host: EngineHost,
  { path: source, file, key }: WholeCase,
  { path, temporary }: WholeCopyPlace,
  to: CaseKey,
): Promise<WholeCopy> {
  const threads = Array.from({ length: THREADS }, () => startWorker(host, 'copy-pages'));
  const [main] = threads as [WorkerHandle];
  const ask = async (thread: WorkerHandle, request: CopyPagesRequest): Promise<SharedPages | null> =>
    thread.ask<CopyPagesRequest, SharedPages | null>(request);
  let all: SharedPages = { memory: new SharedArrayBuffer(0), pages: 0 };
  let named = false;
  const end = (): void => {
    for (const thread of threads) thread.end();
    if (!named) removeUnfinished(temporary);
  };
  /** Each thread takes the next piece when it has done one. */
  const openAll = async (told: (share: number) => Promise<void>): Promise<void> => {
    const { pages } = all;
    let next = 1;
    let done = 0;
    const work = async (thread: WorkerHandle): Promise<void> => {
      while (next <= pages) {
        const range = { first: next, count: Math.min(PIECE, pages - next + 1) };
        next += range.count;
        await ask(thread, { kind: 'open', of: all, range });
        done += range.count;
        await told(done / pages);
      }
    };
    await Promise.all(threads.map(work));
  };
  try {
    const begin = { source, out: temporary, path, from: key, to, nativeBinding: host.nativeBinding };
    await Promise.all(threads.map(async (thread) => ask(thread, { kind: 'begin', ...begin })));
    await ask(main, { kind: 'make' });
    all = (await ask(main, { kind: 'warm', file })) ?? all;
  } catch (error) {
    end();
    throw error;
  }
  return {
    read() {
      all = readPages(file, all.memory);
    },
    async write(wish, pause) {
      await openAll(async (share) => pause(share * OPENED));
      await ask(main, { kind: 'fill', of: all, wish });
      await pause(1);
    },
    name() {
      giveName(temporary, path);
      named = true;
      syncFile(path);
    },
    end,
  };
}
