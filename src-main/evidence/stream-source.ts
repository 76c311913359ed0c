import type { Sha256Hex } from '../domain/brands.ts';
import { type Digester, type HashName, digester, portableDigester } from './digester.ts';
import type { OtherHash, Watcher } from './hash-source.ts';
import { stillThere } from './examine.ts';
import { PIECE } from './pack.ts';
import { type Look, type ReadResult, readSource } from './read-source.ts';
import { type Ring, ringWriter } from './ring.ts';

/** Where reading and hashing stand behind a piece: all that another process needs to go on. */
export interface ReadPlace {
  readonly offset: number;
  /** How the file looked at the start. */
  readonly before: Look;
  /** States of the hashes by name. */
  readonly states: Readonly<Partial<Record<HashName, Uint8Array>>>;
}

export interface StreamWish {
  readonly path: Buffer;
  /** Hashes to make here, besides SHA-256; other threads make others from the ring. */
  readonly also: readonly OtherHash[];
  readonly ring: Ring;
  /** Write down a place after so many bytes; null where the job is too short for that. */
  readonly markEvery: number | null;
  readonly from: ReadPlace | null;
}

export interface Streamed {
  readonly sha256: Sha256Hex;
  readonly others: Readonly<Partial<Record<OtherHash, string>>>;
  readonly read: ReadResult;
}

/**
 * Reads a large file once: hashes it and gives its pieces to the ring.
 * @throws CaseError as `readSource`; `cancelled`, also where the ring broke
 */
export async function streamSource(
  { path, also, ring, markEvery, from }: StreamWish,
  watcher: Watcher,
  tell: (place: ReadPlace) => void,
): Promise<Streamed> {
  const writer = ringWriter(ring);
  const names: readonly HashName[] = ['sha256', ...also];
  const hashes = new Map<HashName, Digester & { save?(): Uint8Array }>();
  for (const name of names) {
    hashes.set(name, markEvery === null ? digester(name) : await portableDigester(name, from?.states[name]));
  }
  let offset = from?.offset ?? 0;
  let marked = offset;
  let before: Look | undefined = from?.before;
  const read = stillThere(path, () =>
    readSource(
      path,
      (piece) => {
        watcher.check();
        for (const hash of hashes.values()) hash.update(piece);
        offset += piece.length;
        // Only behind whole pieces: the end comes soon anyway.
        const mark = markEvery !== null && offset - marked >= markEvery && piece.length === PIECE;
        writer.put(piece.length, mark);
        if (mark && before !== undefined) {
          marked = offset;
          const states = [...hashes].map(([name, hash]) => [name, hash.save?.()]);
          tell({ offset, before, states: Object.fromEntries(states) as ReadPlace['states'] });
        }
        watcher.progress(piece.length);
      },
      {
        room: () => writer.room(),
        ...(from === null ? {} : { from }),
        opened: (look) => (before ??= look),
      },
    ),
  );
  writer.end();
  const { sha256 = '', ...others } = Object.fromEntries(
    [...hashes].map(([name, hash]) => [name, hash.digest()]),
  );
  return { sha256: sha256 as Sha256Hex, others, read };
}
