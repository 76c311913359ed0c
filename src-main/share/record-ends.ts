import { fromHex } from '../domain/bytes.ts';
import type { Entry } from '../domain/entry.ts';

/** The ends of a record whose entries come one by one, parents first: those that no other follows. */
export class RecordEnds {
  readonly #ends = new Set<string>();

  take({ id, header }: Entry): void {
    for (const parent of header.parents) this.#ends.delete(parent);
    this.#ends.add(id);
  }

  hashes(): Uint8Array[] {
    return [...this.#ends].map((id) => fromHex(id));
  }
}
