import { hex } from '../../../domain/bytes.ts';

/** y of the points of small order, little-endian, and of the two spellings with y ≥ p that name such a point. */
const SMALL: ReadonlySet<string> = new Set([
  '00'.repeat(32),
  `01${'00'.repeat(31)}`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  `ec${'ff'.repeat(30)}7f`,
]);

/**
 * Whether bytes that begin with a point may be a key or an R of an honest signature (FORMAT.md §5.3): neither of small
 * order, nor with y ≥ p. Browsers differ in what they refuse of these.
 */
export function isHonestPoint(bytes: Uint8Array): boolean {
  const point = bytes.slice(0, 32);
  const last = point[31];
  if (point.length !== 32 || last === undefined) return false;
  // The sign of x is no part of y.
  point[31] = last & 0x7f;
  const text = hex(point);
  const tooLarge = text.endsWith(`${'ff'.repeat(30)}7f`) && (point[0] ?? 0) >= 0xed;
  return !tooLarge && !SMALL.has(text);
}
