import type { WritingSession } from '../../casework/session.ts';
import { partOf } from '../../evidence/sealed/evidence-folder.ts';
import type { SealPlace } from '../../evidence/sealed/seal-pieces.ts';
import type { ReadPlace } from '../../evidence/stream-source.ts';
import { dropCheckpoint, saveCheckpoint } from '../../store/queries/checkpoint.ts';
import type { LargePlan } from './large-plan.ts';
import { placeText } from './resume-place.ts';

/** Writes down where a job stands, whenever reader and sealer both stand behind the same piece. */
export class Places {
  /** Whether there is something to go on with. */
  written: boolean;
  readonly #session: WritingSession;
  readonly #plan: LargePlan;
  readonly #name: string;
  readonly #reads: ReadPlace[] = [];

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

  drop(): void {
    if (!this.written) return;
    this.written = false;
    const { db } = this.#session;
    db.transaction(() => dropCheckpoint(db, this.#plan.source));
  }

  #write(read: ReadPlace, seal: SealPlace | null): void {
    const { db, clock } = this.#session;
    const { source, reason, codec, markEvery } = this.#plan;
    const store = seal === null ? null : { name: this.#name, seal };
    db.transaction(() =>
      saveCheckpoint(db, {
        source,
        part: store === null ? null : partOf(store.name),
        place: placeText({ plan: { reason, codec, markEvery }, read, store }),
        saved: new Date(clock.now()).toISOString(),
      }),
    );
    this.written = true;
  }
}
