import { expect, test } from 'vitest';
import type { CustodyEvent } from '../../../src-main/contract/custody.ts';
import { lineOfHands } from '../../../src-renderer/features/evidence/hands.ts';

const HASH = 'ab'.repeat(32);
let sequence = 0;

function event(name: string, at: string, more: Partial<CustodyEvent> = {}): CustodyEvent {
  sequence += 1;
  return {
    sequence,
    entry: String(sequence),
    number: sequence,
    event: name,
    at: `2026-11-17T${at}:00.000Z`,
    zone: 'Europe/Berlin',
    recorded: `2026-11-17T${at}:10.000Z`,
    author: { id: 'ab', name: 'Web developer', trust: 'founder' },
    performedBy: 'Web developer',
    ...more,
  };
}

function told(custody: readonly CustodyEvent[]): string[] {
  return lineOfHands(custody, HASH).map((piece) => {
    if (piece.kind === 'pass') return `pass ${piece.hash ?? '-'}`;
    const span = `${piece.from.slice(11, 16)}-${piece.until === null ? 'now' : (piece.until ?? '').slice(11, 16)}`;
    return piece.kind === 'gap' ? `gap ${span}` : `${piece.who} ${span}`;
  });
}

test('the collector holds it until somebody else does', () => {
  expect(told([event('collected', '02:41'), event('verified', '03:01')])).toEqual([
    'Web developer 02:41-now',
  ]);
});

test('a handover without a receipt is complete at once', () => {
  const custody = [
    event('collected', '02:41'),
    event('transferred', '03:33', {
      from: 'web developer',
      to: 'Hosting security',
      hashBefore: HASH,
      hashAfter: HASH,
    }),
  ];
  expect(told(custody)).toEqual(['Web developer 02:41-03:33', 'pass same', 'Hosting security 03:33-now']);
});

test('between sending and receipt nobody is named, and the gap is drawn', () => {
  const custody = [
    event('collected', '02:41', { to: 'Hosting security' }),
    event('transferred', '03:05', { from: 'Hosting security', to: 'Web developer' }),
    event('acknowledged', '03:12', { to: 'Web developer' }),
  ];
  expect(told(custody)).toEqual([
    'Hosting security 02:41-03:05',
    'pass -',
    'gap 03:05-03:12',
    'pass -',
    'Web developer 03:12-now',
  ]);
});

test('somebody hands over who did not hold it: the record names nobody in between', () => {
  const custody = [
    event('collected', '02:41', { to: 'Hosting security' }),
    event('examined', '02:50'),
    event('transferred', '03:33', { from: 'Web developer', to: 'Insurer' }),
  ];
  expect(told(custody)).toEqual([
    'Hosting security 02:41-03:33',
    'gap 02:50-03:33',
    'pass -',
    'Insurer 03:33-now',
  ]);
});

test('another hash than the recorded one is said', () => {
  const custody = [
    event('collected', '02:41'),
    event('transferred', '03:00', { to: 'Insurer', hashAfter: 'cd'.repeat(32) }),
  ];
  expect(told(custody)[1]).toBe('pass other');
});

test('bytes that nobody read again are not said to be the same', () => {
  const custody = [
    event('collected', '02:41'),
    event('transferred', '03:00', { to: 'Insurer', hashBefore: HASH }),
  ];
  expect(told(custody)[1]).toBe('pass -');
});

test('after disposal nobody holds it', () => {
  expect(told([event('collected', '02:41'), event('disposed', '04:00')])).toEqual([
    'Web developer 02:41-04:00',
    'pass -',
  ]);
});
