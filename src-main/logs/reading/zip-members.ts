import { Buffer } from 'node:buffer';
import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import {
  type Entry,
  RandomAccessReader,
  type ZipFile,
  fromRandomAccessReaderPromise,
  getFileNameLowLevel,
} from 'yauzl';
import { CaseError } from '../../domain/errors.ts';
import { inflated } from './inflate.ts';
import type { PackedSource } from './packed-source.ts';
import type { LogMember, UnpackProblem } from './unpack.ts';
import type { UnpackLimits } from './unpack-limits.ts';

/** An archive whose bytes come in order only is held in memory up to this size. */
const MOST_HELD = 64 * 1024 * 1024;
const PIECE = 64 * 1024;
const STORED = 0;
const DEFLATED = 8;

/**
 * The files of a zip archive in the order of its directory, inflated. Names are data: an archive may hold `../../x`.
 * @throws CaseError `archive-damaged` where its directory cannot be read
 */
export async function* zipMembers(
  source: PackedSource,
  limits: UnpackLimits,
  told: (problem: UnpackProblem) => void,
): AsyncGenerator<Omit<LogMember, 'isMember'>> {
  const places = source.places ?? (await held(source));
  const broken = (error: unknown): CaseError =>
    new CaseError(
      'archive-damaged',
      { path: source.name, reason: error instanceof Error ? error.message : String(error) },
      error,
    );
  const zip = await fromRandomAccessReaderPromise(new Places(places), places.size, {
    autoClose: false,
    // Decoded below: a name that could be a dangerous path would end the archive here.
    decodeStrings: false,
    validateEntrySizes: false,
  }).catch((error: unknown) => {
    throw broken(error);
  });
  let count = 0;
  const entries = zip.eachEntry()[Symbol.asyncIterator]();
  for (;;) {
    const next = await entries.next().catch((error: unknown) => {
      throw broken(error);
    });
    if (next.done === true) return;
    const entry = next.value;
    const name = nameOf(entry);
    if (name.endsWith('/')) continue;
    const leftOut = reasonToLeaveOut(entry, ++count, limits);
    if (leftOut === null) {
      yield { name, modified: modifiedOf(entry), pieces: contents(zip, entry, name, limits, told) };
    } else told({ kind: 'left-out', member: name, offset: 0, detail: leftOut });
  }
}

function reasonToLeaveOut(entry: Entry, count: number, { most }: UnpackLimits): string | null {
  if (count > most.members) return `members ${most.members}`;
  if (entry.isEncrypted()) return 'encrypted';
  const { compressionMethod } = entry;
  return compressionMethod === STORED || compressionMethod === DEFLATED
    ? null
    : `method ${compressionMethod}`;
}

async function* contents(
  zip: ZipFile,
  entry: Entry,
  name: string,
  limits: UnpackLimits,
  told: (problem: UnpackProblem) => void,
): AsyncGenerator<Buffer> {
  let [offset, sum] = [0, 0];
  try {
    const raw = await zip.openReadStreamPromise(entry, { decodeFileData: false });
    const packed = limits.packed(buffers(raw));
    const unpacked = entry.compressionMethod === DEFLATED ? inflated(packed) : stored(packed);
    for (;;) {
      const next = await unpacked.next();
      if (next.done === true) {
        if (next.value !== null) told({ ...next.value, member: name, offset });
        else if (sum !== entry.crc32) told({ kind: 'checksum', member: name, offset, detail: 'crc32' });
        return;
      }
      const refused = limits.refuses(next.value.length);
      if (refused !== null) {
        told({ kind: 'left-out', member: name, offset, detail: refused });
        return;
      }
      offset += next.value.length;
      sum = crc32(next.value, sum);
      yield next.value;
    }
  } catch (error) {
    // An error of the file itself is not one of this member.
    if (error instanceof CaseError) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    told({ kind: 'broken-record', member: name, offset, detail });
  }
}

async function* stored(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer, null> {
  yield* pieces;
  return null;
}

async function* buffers(stream: Readable): AsyncGenerator<Buffer> {
  for await (const bytes of stream) {
    if (Buffer.isBuffer(bytes)) yield bytes;
  }
}

/** UTF-8 or code page 437, as the archive says. */
function nameOf(entry: Entry): string {
  return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
}

/** A zip archive has local times without a zone, unless a newer field says the instant; only that is believed. */
function modifiedOf(entry: Entry): number | null {
  const stamp = entry.extraFields.find(
    ({ id, data }) => id === 0x5455 && data.length >= 5 && ((data[0] ?? 0) & 1) === 1,
  );
  return stamp === undefined ? null : stamp.data.readInt32LE(1) * 1000;
}

class Places extends RandomAccessReader {
  private readonly places: NonNullable<PackedSource['places']>;

  constructor(places: NonNullable<PackedSource['places']>) {
    super();
    this.places = places;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const { places } = this;
    async function* pieces(): AsyncGenerator<Buffer> {
      for (let at = start; at < end; at += PIECE) {
        const bytes = await places.read(at, Math.min(PIECE, end - at));
        if (bytes.length === 0) return;
        yield bytes;
      }
    }
    return Readable.from(pieces(), { objectMode: false });
  }

  override close(callback: (error: Error | null) => void): void {
    callback(null);
  }
}

async function held(source: PackedSource): Promise<NonNullable<PackedSource['places']>> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const piece of source.pieces()) {
    size += piece.length;
    if (size > MOST_HELD) {
      throw new CaseError('unpack-first', { path: source.name, packing: 'zip', program: 'unzip' });
    }
    parts.push(Buffer.from(piece));
  }
  const all = Buffer.concat(parts);
  return {
    size,
    read: (at, length) => Promise.resolve(all.subarray(at, at + length)),
    close: () => Promise.resolve(),
  };
}
