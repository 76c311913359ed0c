import { expect, test } from 'vitest';
import { piecesIn } from '../../../src-renderer/format/strip-scale.ts';

const HOUR = 3_600_000;
const at = (text: string): number => Date.parse(text);

test('a stretch is cut on round times of its zone, with no end left out and not too many pieces', () => {
  const night = { from: at('2026-11-16T22:10:00Z'), to: at('2026-11-17T06:00:00Z') };
  expect(piecesIn(night, 12, HOUR)).toEqual({
    from: at('2026-11-16T22:00:00Z'),
    to: at('2026-11-17T07:00:00Z'),
    pieces: 9,
  });
  // Days begin where the clock of the zone says so.
  const year = { from: at('2026-01-01T00:00:00Z'), to: at('2026-12-31T12:00:00Z') };
  const days = piecesIn(year, 400, HOUR);
  expect(new Date(days.from).toISOString()).toBe('2025-12-31T23:00:00.000Z');
  expect(days.pieces).toBeLessThanOrEqual(400);
  // One piece looked at closer is that piece and nothing behind it.
  const piece = piecesIn({ from: at('2026-11-17T01:00:00Z'), to: at('2026-11-17T02:00:00Z') - 1 }, 48, HOUR);
  expect(piece).toEqual({ from: at('2026-11-17T01:00:00Z'), to: at('2026-11-17T02:00:00Z'), pieces: 30 });
});
