import type { Buffer } from 'node:buffer';
import { CaseError } from '../../domain/errors.ts';
import { ByteQueue, type Pieces } from './byte-queue.ts';
import { type Unpacked, gunzipped, unzstd } from './inflate.ts';
import type { PackedSource } from './packed-source.ts';
import { type Packing, packingOf, unpackWith, withoutEnding } from './packing.ts';
import type { BrokenOff } from './pull.ts';
import { UnpackLimits, type UnpackMost } from './unpack-limits.ts';
import { zipMembers } from './zip-members.ts';

/** One log: a file, or a member of an archive. */
export interface LogMember {
  /** As the archive has it, or the file's own without `.gz`. It is shown and kept, and never used as a path. */
  readonly name: string;
  /** ms since 1970 UTC; null where nobody knows. */
  readonly modified: number | null;
  /** Whether it is one of an archive, and not the file itself. */
  readonly isMember: boolean;
  /** Unpacked; to be read to the end before the next member is asked for, or left alone. */
  readonly pieces: AsyncIterable<Buffer>;
}

/** What could not be unpacked, or was left out. */
export interface UnpackProblem {
  readonly kind: BrokenOff['kind'] | 'left-out';
  readonly member: string;
  /** Unpacked bytes that came before. */
  readonly offset: number;
  /** Data, never a sentence. */
  readonly detail: string;
}

/** Enough of a file to know how it is packed; a tar archive shows it at byte 257. */
const HEAD = 512;

/**
 * The logs in a file: one, or the members of a zip archive. `.gz` and `.zst` are unpacked, also inside an archive.
 * Memory stays small whatever a file holds; what goes beyond the limits is left out and told.
 * @throws CaseError `unpack-first` for what is packed in another way, `archive-damaged`, and those of the file
 */
export async function* unpackLog(
  source: PackedSource,
  told: (problem: UnpackProblem) => void,
  most?: Partial<UnpackMost>,
): AsyncGenerator<LogMember> {
  const limits = new UnpackLimits(most);
  const opened = await withHead(source.pieces());
  const packing = packingOf(opened.head);
  const program = unpackWith(packing);
  if (program !== null) throw new CaseError('unpack-first', { path: source.name, packing, program });
  if (packing !== 'zip') {
    yield { ...member(source, packing, opened.pieces, limits, told), isMember: false };
    return;
  }
  for await (const packed of zipMembers(source, limits, told)) {
    const inner = await withHead(packed.pieces);
    const how = packingOf(inner.head);
    if (how === 'zip' || unpackWith(how) !== null) {
      told({ kind: 'left-out', member: packed.name, offset: 0, detail: how });
    } else yield { ...member(packed, how, inner.pieces, limits, told), isMember: true };
  }
}

function member(
  { modified, name }: { readonly name: string; readonly modified: number | null },
  packing: Packing,
  pieces: Pieces,
  limits: UnpackLimits,
  told: (problem: UnpackProblem) => void,
): Omit<LogMember, 'isMember'> {
  const plain = withoutEnding(name, packing);
  const counted = limits.packed(pieces);
  const unpacked = packing === 'gzip' ? gunzipped(counted) : packing === 'zstd' ? unzstd(counted) : null;
  return {
    name: plain,
    modified,
    pieces: unpacked === null ? limits.plain(pieces) : watched(unpacked, plain, limits, told),
  };
}

/** Tells how unpacking ended, and ends it where it grows without measure. */
async function* watched(
  unpacked: Unpacked,
  name: string,
  limits: UnpackLimits,
  told: (problem: UnpackProblem) => void,
): AsyncGenerator<Buffer> {
  let offset = 0;
  try {
    for (;;) {
      const next = await unpacked.next();
      if (next.done === true) {
        if (next.value !== null) told({ ...next.value, member: name, offset });
        return;
      }
      const refused = limits.refuses(next.value.length);
      if (refused !== null) {
        told({ kind: 'left-out', member: name, offset, detail: refused });
        return;
      }
      offset += next.value.length;
      yield next.value;
    }
  } finally {
    await unpacked.return(null);
  }
}

/** The beginning of some pieces, and the pieces with it. */
async function withHead(given: Pieces): Promise<{ head: Buffer; pieces: AsyncIterable<Buffer> }> {
  const queue = new ByteQueue(given);
  const head = await queue.look(HEAD);
  async function* pieces(): AsyncGenerator<Buffer> {
    try {
      for (;;) {
        const bytes = await queue.next();
        if (bytes === null) return;
        yield bytes;
      }
    } finally {
      await queue.close();
    }
  }
  return { head, pieces: pieces() };
}
