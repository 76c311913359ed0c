import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { asFileError } from '../domain/file-error.ts';
import { refuseOwn } from './examine.ts';
import { type Codec, PIECE, codecFor, packPiece } from './pack.ts';
import type { Look } from './read-source.ts';

/** What a path is, before it is read. Plain data: it crosses threads. */
export interface Looked {
  readonly kind: 'file' | 'folder' | 'other';
  readonly look: Look;
  /**
   * The file at this moment: device, number, size, time of its last change, and the time that nobody can set
   * (ctime). Equal = the same bytes to us.
   */
  readonly identity: string;
}

/** @throws CaseError as `examine` */
export function lookAt(path: Buffer, caseFile: string | null): Looked {
  try {
    const stat = statSync(path, { bigint: true });
    refuseOwn({ dev: Number(stat.dev), ino: Number(stat.ino) }, caseFile);
    return {
      kind: stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other',
      look: { size: Number(stat.size), modified: Number(stat.mtimeNs) / 1e6 },
      identity: [stat.dev, stat.ino, stat.size, stat.mtimeNs, stat.ctimeNs].join('/'),
    };
  } catch (error) {
    throw asFileError(error, path.toString('utf8'));
  }
}

/**
 * Bytes of each path as far as they are known before it is looked through: null for a folder, 0 for what cannot be
 * seen, because reading it will say why.
 */
export const sizesOf = (paths: readonly Buffer[]): (number | null)[] =>
  paths.map((path) => {
    try {
      const stat = statSync(path, { throwIfNoEntry: false });
      return stat?.isDirectory() === true ? null : (stat?.size ?? 0);
    } catch {
      return 0;
    }
  });

export interface Sampled {
  readonly codec: Codec;
  /** Packed bytes for each original one, as far as the samples tell. */
  readonly share: number;
  /** Bytes a second that the volume gives; `Infinity` where it was too quick to tell. */
  readonly rate: number;
}

const SAMPLES = 16;
const SAMPLE = 64 * 1024;

const READ = 1024 * 1024;

/** The quickest of a few reads: one that something else held up says nothing of the volume. Bytes a second. */
function rateOf(file: number, length: number): number {
  const bytes = Buffer.alloc(Math.min(length, READ));
  let best = 0;
  for (let place = 0; place < length; place += bytes.length) {
    const started = performance.now();
    const read = readSync(file, bytes, 0, bytes.length, place);
    best = Math.max(best, read / ((performance.now() - started) / 1000));
  }
  return best;
}

/** Reads a little of a large file here and there: whether it shrinks, and how fast its volume is. */
export function sample(path: Buffer, size: number): Sampled {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const rate = rateOf(file, Math.min(size, PIECE));
    const samples = Array.from({ length: SAMPLES }, (_, i) => {
      const place = Math.floor((i * Math.max(0, size - SAMPLE)) / (SAMPLES - 1));
      const bytes = Buffer.alloc(SAMPLE);
      return bytes.subarray(0, readSync(file ?? -1, bytes, 0, SAMPLE, place));
    });
    const codec = codecFor(samples);
    const packed = samples.reduce((sum, bytes) => sum + packPiece(codec, bytes).length, 0);
    const whole = samples.reduce((sum, { length }) => sum + length, 0);
    return { codec, share: whole === 0 ? 1 : packed / whole, rate };
  } catch (error) {
    throw asFileError(error, path.toString('utf8'));
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
