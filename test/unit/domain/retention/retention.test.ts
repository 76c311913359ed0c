import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { incidentEnd } from '../../../../src-main/domain/retention/incident-end.ts';
import { lastInstant } from '../../../../src-main/domain/retention/last-instant.ts';
import { type RetentionItem, retentionOf } from '../../../../src-main/domain/retention/retention-of.ts';
import { RETENTION, type RetentionRule } from '../../../../src-main/domain/retention/rules.ts';
import { seeded } from '../../../support/seed.ts';

const BERLIN = ['Europe/Berlin'];
const at = (text: string): number => Date.parse(text);
const ended = (text: string) => ({ ended: true, atMs: at(text) }) as const;
const item = (collected: string, ...types: RetentionItem['types']): RetentionItem => ({
  collectedMs: at(collected),
  types,
});

describe('how long evidence is kept', () => {
  test('90 days after the end of the incident, end of day in the case zone', () => {
    const kept = retentionOf(
      item('2026-11-17T01:41:00Z', 'image'),
      ended('2026-11-20T23:30:00Z'),
      BERLIN,
      RETENTION,
    );
    // 21 November in Berlin + 90 days = 19 February.
    expect(kept).toEqual({
      rules: [{ id: 'plan', name: 'incident plan: 90 days', until: '2027-02-19T22:59:59.999Z' }],
      from: 'end-of-incident',
      until: '2027-02-19T22:59:59.999Z',
      undecided: null,
    });
  });

  test('a log 12 months: both are shown, the longer counts', () => {
    const kept = retentionOf(
      item('2026-11-17T01:41:00Z', 'log'),
      ended('2026-11-20T12:00:00Z'),
      BERLIN,
      RETENTION,
    );
    expect(kept.rules.map(({ id, until }) => [id, until])).toEqual([
      ['plan', '2027-02-18T22:59:59.999Z'],
      ['marketplace-logs', '2027-11-20T22:59:59.999Z'],
    ]);
    expect(kept.until).toBe('2027-11-20T22:59:59.999Z');
  });

  test('what was collected after the end counts from its collection', () => {
    const kept = retentionOf(
      item('2026-12-01T10:00:00Z', 'mail'),
      ended('2026-11-20T12:00:00Z'),
      BERLIN,
      RETENTION,
    );
    expect(kept).toMatchObject({ from: 'collection', until: '2027-03-01T22:59:59.999Z' });
  });

  test('while the incident has not ended, nothing runs', () => {
    const kept = retentionOf(
      item('2020-01-01T00:00:00Z', 'log'),
      { ended: false, why: 'not-ended' },
      BERLIN,
      RETENTION,
    );
    expect(kept).toMatchObject({ from: null, until: null, undecided: 'the incident has not ended' });
    expect(kept.rules.map(({ until }) => until)).toEqual([null, null]);
  });

  test('what was ever said to be a log is kept as one', () => {
    const kept = retentionOf(
      item('2026-11-17T01:41:00Z', 'log', 'other'),
      ended('2026-11-20T12:00:00Z'),
      BERLIN,
      RETENTION,
    );
    expect(kept.until).toBe('2027-11-20T22:59:59.999Z');
  });

  test('zones in conflict: the one in which it ends last counts', () => {
    // It is 21 November in Auckland and 20 November in Los Angeles; 19 February ends in Auckland after 18 February there.
    const zones = ['Pacific/Auckland', 'America/Los_Angeles'];
    const kept = retentionOf(item('2026-11-17T01:41:00Z'), ended('2026-11-20T12:00:00Z'), zones, RETENTION);
    expect(kept.until).toBe('2027-02-19T10:59:59.999Z');
  });

  const rules = fc.array(
    fc.record({
      id: fc.constant('of a plan'),
      name: fc.constant('of a plan'),
      amount: fc.integer({ min: 0, max: 800 }),
      unit: fc.constantFrom('days' as const, 'months' as const),
      types: fc.constantFrom<RetentionRule['types']>('all', ['log'], ['image']),
    }),
    { maxLength: 4 },
  );
  test('a later plan never shortens it, whatever it says', () => {
    const seed = seeded('retention under changed plans').below(2 ** 31);
    fc.assert(
      fc.property(rules, rules, fc.constantFrom('log', 'image', 'thing'), (before, later, type) => {
        const until = (all: readonly RetentionRule[]): number =>
          at(
            retentionOf(item('2026-11-17T01:41:00Z', type), ended('2026-11-20T12:00:00Z'), BERLIN, all)
              .until ?? '',
          );
        const old = [...RETENTION, ...before];
        expect(until([...old, ...later])).toBeGreaterThanOrEqual(until(old));
        expect(until(old)).toBeGreaterThanOrEqual(until(RETENTION));
      }),
      { seed },
    );
  });
});

describe('when the incident ended, by what stands', () => {
  test.each([
    [[], { ended: false, why: 'not-ended' }],
    [['2026-11-20T12:00:00.000Z'], ended('2026-11-20T12:00:00Z')],
    [['2026-11-20T13:00+01:00'], ended('2026-11-20T12:00:00Z')],
    [
      [{ utc: '2026-11-20T12:00:00.000Z', until: '2026-11-20T14:00:00.000Z', zone: 'UTC' }],
      ended('2026-11-20T14:00:00Z'),
    ],
    [['2026-11-20T12:00:00.000Z', '2026-11-21T12:00:00.000Z'], ended('2026-11-21T12:00:00Z')],
    [['2026-11-20T12:00:00.000Z', null], { ended: false, why: 'in-conflict' }],
    [[null], { ended: false, why: 'not-ended' }],
    [['no'], { ended: false, why: 'not-ended' }],
    [[' No'], { ended: false, why: 'not-ended' }],
    [['soon'], { ended: false, why: 'unreadable' }],
    [['2026-11-20T12:00:00'], { ended: false, why: 'unreadable' }],
    [['2026-13-41T99:00:00Z'], { ended: false, why: 'unreadable' }],
    [[undefined], { ended: false, why: 'unreadable' }],
  ])('%j', (values, end) => {
    expect(incidentEnd(values)).toEqual(end);
  });
});

/** The same by the calendar of `Intl` alone: no offset is ever asked for. */
function lastInstantByIntl(
  rule: Pick<RetentionRule, 'amount' | 'unit'>,
  startMs: number,
  zone: string,
): number {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const dayOf = (ms: number): string => format.format(ms);
  const [year = 0, month = 0, day = 0] = dayOf(startMs).split('-').map(Number);
  const target =
    rule.unit === 'days'
      ? new Date(Date.UTC(year, month - 1, day + rule.amount))
      : new Date(
          Date.UTC(
            year,
            month - 1 + rule.amount,
            Math.min(day, new Date(Date.UTC(year, month + rule.amount, 0)).getUTCDate()),
          ),
        );
  const wanted = target.toISOString().slice(0, 10);
  // The last instant whose day is not after the wanted one.
  let low = target.getTime() - 48 * 3_600_000;
  let high = target.getTime() + 72 * 3_600_000;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (dayOf(middle) <= wanted) low = middle;
    else high = middle;
  }
  return low;
}

describe('calendar days and months of a zone', () => {
  test.each([
    ['2026-01-31T12:00:00Z', { amount: 1, unit: 'months' }, 'UTC', '2026-02-28T23:59:59.999Z'],
    ['2028-02-29T12:00:00Z', { amount: 12, unit: 'months' }, 'UTC', '2029-02-28T23:59:59.999Z'],
    // Over the end of summer time: the days are counted, not the hours.
    ['2026-10-24T21:30:00Z', { amount: 1, unit: 'days' }, 'Europe/Berlin', '2026-10-25T22:59:59.999Z'],
    // In Beirut the clock jumps over midnight: the day before ends with its last real second.
    ['2026-03-27T12:00:00Z', { amount: 1, unit: 'days' }, 'Asia/Beirut', '2026-03-28T21:59:59.999Z'],
  ] as const)('%s + %j in %s', (start, rule, zone, until) => {
    expect(lastInstant(rule, at(start), zone)).toBe(until);
  });

  test('as Intl counts them, in zones with every kind of edge', () => {
    const seed = seeded('retention and zones').below(2 ** 31);
    const zones = [
      'Europe/Berlin',
      'America/New_York',
      'America/Havana',
      'America/Santiago',
      'Asia/Beirut',
      'Africa/Cairo',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'Pacific/Kiritimati',
      'UTC',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: at('2020-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z') }),
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom('days', 'months'),
        (zone, start, amount, unit) => {
          const rule = { amount: unit === 'months' ? amount % 40 : amount, unit } as const;
          expect(at(lastInstant(rule, start, zone))).toBe(lastInstantByIntl(rule, start, zone));
        },
      ),
      { seed, numRuns: 400 },
    );
  });
});
