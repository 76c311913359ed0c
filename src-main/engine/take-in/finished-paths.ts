import type { WritingSession } from '../../casework/session.ts';
import { sha256 } from '../../casework/node-crypto.ts';
import type { ReferenceReason } from '../../contract/evidence.ts';
import type { RequestOf } from '../../contract/index.ts';
import { hex, utf8 } from '../../domain/bytes.ts';
import { checkpointsOf, dropCheckpointsOf, saveCheckpoint } from '../../store/queries/checkpoint.ts';
import { quietly } from './quietly.ts';

/** A path of the job that is in the record. */
export interface FinishedPath {
  /** `Looked.identity` when its turn came. */
  readonly identity: string;
  /** Id of the `evidence` entry. */
  readonly entry: string;
  readonly byReference: ReferenceReason | null;
}

/**
 * Which paths of a job over several are in the record already: the same job, given again after a kill, goes on behind
 * them. Each is written down in the transaction that registers its exhibit.
 */
export class FinishedPaths {
  readonly #session: WritingSession;
  /** Null for a single path: there is nothing behind it to go on with. */
  readonly #work: string | null;
  readonly #found: ReadonlyMap<string, FinishedPath>;
  #written: boolean;

  /** @param paths bytes, in the order of the job */
  constructor(session: WritingSession, given: RequestOf<'evidence.add'>, paths: readonly Buffer[]) {
    this.#session = session;
    // All that is asked, and by whom: another wish is another job.
    const wish = JSON.stringify([session.signer.key, paths.map((path) => hex(path)), given]);
    this.#work = paths.length > 1 ? `paths/${hex(sha256(utf8(wish)))}` : null;
    const rows = this.#work === null ? [] : checkpointsOf(session.db, this.#work);
    this.#found = new Map(rows.map(({ source, place }) => [source, JSON.parse(place) as FinishedPath]));
    this.#written = rows.length > 0;
  }

  /** What became of a path before; undefined where it was not its turn, or looks otherwise by now. */
  of(index: number, identity: string): FinishedPath | undefined {
    const found = this.#found.get(this.#source(index));
    return found?.identity === identity ? found : undefined;
  }

  /** Call it in the transaction that registers the exhibit. */
  add(index: number, finished: FinishedPath): void {
    if (this.#work === null) return;
    const { db, clock } = this.#session;
    const saved = new Date(clock.now()).toISOString();
    saveCheckpoint(db, { source: this.#source(index), part: null, place: JSON.stringify(finished), saved });
    this.#written = true;
  }

  /** The job is over: given once more, it takes everything in once more. */
  drop(): void {
    const work = this.#work;
    if (work === null || !this.#written) return;
    const { db } = this.#session;
    quietly(db, () => dropCheckpointsOf(db, work));
  }

  #source(index: number): string {
    return `${this.#work ?? ''}/${String(index).padStart(8, '0')}`;
  }
}
