import type { WritingSession } from '../../casework/session.ts';
import { partOf } from '../../evidence/sealed/evidence-folder.ts';
import type { SealPlace } from '../../evidence/sealed/seal-pieces.ts';
import type { ReadPlace } from '../../evidence/stream-source.ts';
import { NOWHERE, dropCheckpoint, saveCheckpoint } from '../../store/queries/checkpoint.ts';
import type { LargePlan } from './large-plan.ts';
import { quietly } from './quietly.ts';
import { placeText } from './resume-place.ts';

/** Writes down where a job stands, whenever reader and sealer both stand behind the same piece. */
export class Places {
  /** Whether there is something to go on with. */
  written: boolean;
  readonly #session: WritingSession;
  readonly #plan: LargePlan;
  readonly #name: string;
  readonly #reads: ReadPlace[] = [];
  #announced = false;

  /** @param name of the sealed file */
  constructor(session: WritingSession, plan: LargePlan, name: string) {
    this.#session = session;
    this.#plan = plan;
    this.#name = name;
    this.written = plan.resumed !== null;
  }

  read(place: ReadPlace): void {
    if (this.#plan.reason === null) this.#reads.push(place);
    else this.#write(place, null);
  }

  sealed(seal: SealPlace): void {
    const index = this.#reads.findIndex(({ offset }) => offset === seal.offset);
    const [read] = this.#reads.splice(0, index + 1).slice(-1);
    if (read !== undefined) this.#write(read, seal);
  }

  /** Writes down that the sealed file will have its whole name before an entry knows of it (`tidyJobs`). */
  announce(): void {
    if (this.written) return;
    this.#save(partOf(this.#name), NOWHERE);
    this.#announced = true;
  }

  drop(): void {
    if (!this.written && !this.#announced) return;
    this.written = false;
    this.#announced = false;
    const { db } = this.#session;
    quietly(db, () => dropCheckpoint(db, this.#plan.source));
  }

  #write(read: ReadPlace, seal: SealPlace | null): void {
    const { reason, codec, markEvery } = this.#plan;
    const store = seal === null ? null : { name: this.#name, seal };
    const place = placeText({ plan: { reason, codec, markEvery }, read, store });
    // This is heard between two pieces: what the file refuses here must not end the engine.
    if (quietly(this.#session.db, () => this.#save(store === null ? null : partOf(store.name), place))) {
      this.written = true;
    }
  }

  #save(part: string | null, place: string): void {
    const { db, clock } = this.#session;
    const { source } = this.#plan;
    const saved = new Date(clock.now()).toISOString();
    db.transaction(() => saveCheckpoint(db, { source, part, place, saved }));
  }
}
