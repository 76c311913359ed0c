import { describe, expect, it } from 'vitest';
import { intakeFacts } from '../../../src-main/casework/intake.ts';
import type { UtcIso } from '../../../src-main/domain/brands.ts';
import { defaultPlan } from '../../../src-main/domain/plan/default/index.ts';

const nothing = {
  source: undefined,
  noticed: undefined,
  clock: true,
  by: undefined,
  done: undefined,
  answers: [],
};
const noticed = {
  utc: '2026-11-17T01:14:00.000Z' as UtcIso,
  zone: 'Europe/Berlin',
  precision: 'minute',
  typed: '02:14',
} as const;
const names = (given: Partial<Parameters<typeof intakeFacts>[1]>): readonly string[] =>
  intakeFacts(defaultPlan, { ...nothing, ...given }).map(({ name }) => name);

describe('what somebody knows in the first minute', () => {
  it('may be nothing', () => {
    expect(names({})).toEqual([]);
  });

  it('starts the clock with the time at which it was noticed, unless somebody says no', () => {
    expect(names({ noticed })).toEqual(['detected']);
    expect(names({ noticed, clock: false })).toEqual(['first-seen']);
  });

  it('has the first answer as what was discovered, with its time, and others by the ids of their questions', () => {
    const facts = intakeFacts(defaultPlan, {
      ...nothing,
      source: 'customer',
      noticed,
      by: 'Ada',
      answers: [
        { question: 'customer-where', text: 'in an advertisement' },
        { question: 'customer-data', text: 'her own address' },
      ],
    });
    expect(facts).toEqual([
      { name: 'detection-source', value: 'customer' },
      { name: 'detected', value: noticed.utc, occurred: noticed },
      { name: 'discovered-by', value: 'Ada', occurred: noticed },
      { name: 'customer-where', value: 'in an advertisement' },
      { name: 'discovered', value: 'her own address', occurred: noticed },
    ]);
  });

  it.each(defaultPlan.sources)('knows two or three questions of $id', ({ id, questions }) => {
    expect(questions.length).toBeGreaterThanOrEqual(2);
    expect(questions.length).toBeLessThanOrEqual(3);
    const answers = questions.map((question) => ({ question: question.id, text: 'x' }));
    expect(names({ source: id, answers })).toHaveLength(questions.length + 1);
  });

  it('refuses an answer to a question of another source, or of none, and names those that there are', () => {
    const answers = [{ question: 'customer-data', text: 'x' }];
    expect(() => names({ source: 'antivirus', answers })).toThrow('no question of the source antivirus');
    expect(() => names({ answers })).toThrow('a case without a source');
  });

  it('refuses a source that is none, and an empty text', () => {
    expect(() => names({ source: 'rumour' })).toThrow('detection-source is one of');
    expect(() => names({ by: ' ' })).toThrow(/empty|nothing/);
  });
});
