import { CaseError } from './errors.ts';
import { sizeText } from './size-text.ts';

/** First bytes of the picture formats that a clipboard gives (PNG §5.2, JPEG SOI, GIF89a §17, RFC 9649 §2.4). */
const SIGNATURES = [
  { ending: 'png', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { ending: 'jpg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { ending: 'gif', at: 0, bytes: [0x47, 0x49, 0x46, 0x38] },
  { ending: 'webp', at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
] as const;

/** The ending that a picture's name should have, by its first bytes; null for anything else. */
export function pictureEnding(bytes: Uint8Array): string | null {
  const known = SIGNATURES.find(({ at, bytes: first }) => first.every((byte, i) => bytes[at + i] === byte));
  return known?.ending ?? null;
}

/** @param limit bytes */
export const pictureTooLarge = (limit: number): CaseError =>
  new CaseError('too-large', {
    what: 'This picture',
    limit: sizeText(limit),
    remedy: 'Save it to a file and add that.',
  });
