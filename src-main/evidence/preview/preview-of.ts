import { createHash } from 'node:crypto';
import { pictureEnding } from '../../domain/picture.ts';
import { sizeText } from '../../domain/size-text.ts';
import { type Kept, readHead } from '../read-back.ts';
import { hexLines } from './hex-lines.ts';
import { pictureSize } from './picture-size.ts';
import { previewText } from './preview-text.ts';

/** What is shown of the bytes of an exhibit. Plain data: it crosses threads and processes. */
export type Preview =
  | {
      readonly kind: 'picture';
      readonly type: 'png' | 'jpeg' | 'gif' | 'webp';
      readonly base64: string;
      readonly width: number;
      readonly height: number;
    }
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly encoding: string;
      /** Bytes that are shown, from the first on. */
      readonly shown: number;
    }
  | { readonly kind: 'hex'; readonly text: string; readonly shown: number }
  | { readonly kind: 'refused'; readonly reason: string }
  /** An original that is not what was registered: nothing of it is shown. */
  | {
      readonly kind: 'changed';
      readonly path: string;
      readonly size: number;
      readonly sha256: string | null;
    };

/** Bytes of a picture that are drawn, and pixels: 30 million take 120 MB of memory. */
export const LARGEST_PICTURE = 8 * 1024 * 1024;
const MOST_PIXELS = 30_000_000;
const LONGEST_SIDE = 16_384;

export const TEXT_SHOWN = 64 * 1024;
const HEX_SHOWN = 4 * 1024;

const TYPES: Readonly<Record<string, 'png' | 'jpeg' | 'gif' | 'webp'>> = {
  png: 'png',
  jpg: 'jpeg',
  gif: 'gif',
  webp: 'webp',
};

/** Bytes that are looked at. */
export interface LookedAt {
  /** The first ones. */
  readonly head: Uint8Array;
  /** All of them, which are not too many for a picture. */
  readonly all: () => Promise<Uint8Array>;
  /** How many there are, and their hash in hex, as the record has them. */
  readonly size: number;
  readonly sha256: string;
}

/**
 * A look at stored bytes, in memory only and with little of it.
 * @param size and @param sha256 as the record has them
 * @throws CaseError as `readHead`
 */
export async function previewOf(
  kept: Kept,
  size: number,
  sha256: string,
  check: () => void,
): Promise<Preview> {
  const head = await readHead(kept, TEXT_SHOWN, check);
  const all = async (): Promise<Uint8Array> =>
    size <= head.length ? head : readHead(kept, LARGEST_PICTURE + 1, check);
  return previewOfBytes({ head, all, size, sha256 });
}

/**
 * A picture is drawn only where all of its bytes have the recorded hash and its head says that it is not too large to
 * draw; whatever else is read as text or as bytes.
 */
export async function previewOfBytes({ head, all, size, sha256 }: LookedAt): Promise<Preview> {
  const ending = pictureEnding(head);
  const type = ending === null ? undefined : TYPES[ending];
  if (ending !== null && type !== undefined) {
    if (size > LARGEST_PICTURE) {
      return refused(
        `The picture has ${sizeText(size)}; only those up to ${sizeText(LARGEST_PICTURE)} are drawn here.`,
      );
    }
    const bytes = await all();
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
      return refused(
        'The stored bytes do not have the recorded hash, so they are not drawn. Verify it.',
        false,
      );
    }
    const dimensions = pictureSize(ending, bytes);
    if (dimensions !== null) {
      const { width, height } = dimensions;
      if (width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) {
        return refused(
          `The picture says that it has ${width} × ${height} pixels, which would take ${sizeText(width * height * 4)} of memory to draw.`,
        );
      }
      if (width > 0 && height > 0) {
        return { kind: 'picture', type, base64: Buffer.from(bytes).toString('base64'), width, height };
      }
    }
  }
  const text = previewText(head, size <= head.length);
  if (text !== null && ending === null) return { kind: 'text', ...text, shown: head.length };
  const shown = head.subarray(0, HEX_SHOWN);
  return { kind: 'hex', text: hexLines(shown), shown: shown.length };
}

const refused = (reason: string, extract = true): Preview => ({
  kind: 'refused',
  reason: extract ? `${reason} Extract it and open it on a computer that may be lost.` : reason,
});
