import type { WritingSession } from '../../casework/session.ts';
import { sha256 } from '../../casework/node-crypto.ts';
import { hex, utf8 } from '../../domain/bytes.ts';
import { checkpointsOf, dropCheckpointsOf, saveCheckpoint } from '../../store/queries/checkpoint.ts';
import { quietly } from './quietly.ts';

/**
 * Which files of a folder are hashed, written down in batches, so that the same job, given again after a kill, does not
 * read them again. A file that looks otherwise by then is hashed anew, so the folder itself need not be as it was.
 */
export class FolderPlaces {
  /** Batches of an interrupted job (`hashedFilesText`). */
  readonly known: readonly string[];
  readonly #session: WritingSession;
  readonly #work: string;
  #next: number;

  constructor(session: WritingSession, path: Buffer, parts: readonly Buffer[] | undefined) {
    this.#session = session;
    const named = [path, ...(parts ?? [])].map((each) => hex(each));
    this.#work = `folder/${hex(sha256(utf8(JSON.stringify([parts !== undefined, ...named]))))}`;
    this.known = checkpointsOf(session.db, this.#work).map(({ place }) => place);
    this.#next = this.known.length;
  }

  add(batch: string): void {
    const { db, clock } = this.#session;
    const source = `${this.#work}/${String(this.#next).padStart(8, '0')}`;
    const saved = new Date(clock.now()).toISOString();
    if (quietly(db, () => saveCheckpoint(db, { source, part: null, place: batch, saved }))) this.#next += 1;
  }

  drop(): void {
    if (this.#next === 0) return;
    const { db } = this.#session;
    quietly(db, () => dropCheckpointsOf(db, this.#work));
    this.#next = 0;
  }
}
