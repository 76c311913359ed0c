import { afterAll, describe, expect, it } from 'vitest';
import { logReaders } from '../../../../src-main/logs/readers/index.ts';
import { ruleNamed, rules } from '../../../../src-main/logs/findings/rules/index.ts';
import type { LogFinding } from '../../../../src-main/logs/findings/run-rules.ts';
import { seeded } from '../../../support/seed.ts';
import { answers, logFixtures } from '../fixtures.ts';
import { endIndex, findIn, findMarked, findWith } from './find.ts';
import { iis, many } from './rows.ts';
import { otherCases, records } from './other-cases.ts';
import { webCases } from './web-cases.ts';
import { windowsCases } from './windows-cases.ts';

afterAll(endIndex);

const cases = [...webCases, ...windowsCases, ...otherCases];

describe('each rule', () => {
  it.each(cases.map((one) => [one.rule, one.about, one] as const))(
    '%s speaks of %s, and not where it should not',
    (id, about, { rows, speaks, silent }) => {
      const rule = ruleNamed(id);
      const { findings: found, incomplete } = findWith([rule], speaks);
      expect(found.map((one) => [one.about, one.rows])).toEqual([[about, rows]]);
      expect(found[0]?.evidence).toHaveLength(rows);
      expect(incomplete).toEqual([]);
      expect(findWith([rule], silent).findings).toEqual([]);
    },
  );

  it.each(cases.map((one) => [one.rule, one] as const))(
    '%s counts what happened once where its log was taken in twice',
    (id, { speaks }) => {
      const rule = ruleNamed(id);
      const once = findWith([rule], speaks).findings.map(counts);
      expect(findMarked([rule], speaks, speaks).findings.map(counts)).toEqual(once);
    },
  );

  it('has a pair of logs', () => {
    const tried = new Set(cases.map(({ rule }) => rule));
    expect(rules.filter(({ id }) => !tried.has(id))).toEqual([]);
  });

  it('says all that a person needs, in sentences, and has an id of its own', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    const readers = new Set(logReaders.map(({ id }) => id));
    for (const { id, title, why, next, falsePositives, attack, formats } of rules) {
      expect(id).toMatch(/^[a-z]+(?:-[a-z]+)+$/);
      expect(title, id).toMatch(/^[A-Z].{15,100}[^.]$/);
      for (const text of [why, next, falsePositives]) expect(text, id).toMatch(/^[A-Z][^]*[.?]$/);
      for (const technique of attack) expect(technique).toMatch(/^T\d{4}(?:\.\d{3})?$/);
      expect(attack.length, id).toBeGreaterThan(0);
      for (const format of formats) expect(readers).toContain(format);
    }
  });
});

const counts = ({ about, rows, evidence, first, last }: LogFinding) => ({
  about,
  rows,
  evidence: evidence.length,
  first,
  last,
});

describe('what stands in two logs', () => {
  const tried = (from: number, to: number) =>
    iis(
      many(to - from, (i) => ({
        second: from + i,
        path: `/${from + i}`,
        status: 404,
        address: '203.0.113.9',
      })),
    );

  it('is found once at their seam, and the finding says how many repetitions it left out', () => {
    const [found] = findMarked([ruleNamed('web-many-refused')], tried(0, 60), tried(40, 100)).findings;
    expect(found).toMatchObject({ rows: 100, isExact: true });
    expect(found?.detail).toMatch(/; 20 repetitions in later logs not counted$/);
    expect(found?.query).toMatch(/ -is:repeated$/);
  });

  it('is no burst because it was taken in twice', () => {
    expect(findMarked([ruleNamed('web-many-refused')], tried(0, 40), tried(0, 40)).findings).toEqual([]);
  });

  it('is a silence of the earlier one; one that only the later has is told of that', () => {
    const day = (from: number) => many(600, (i) => ({ second: from + i * 10 }));
    const [first, later] = [iis(day(0), day(20_000)), iis(day(0), day(20_000), day(40_000))];
    const told = findMarked([ruleNamed('source-silent')], first, later).findings;
    expect(told.map(({ about, rows }) => [about, rows])).toEqual([
      ['EV-001', 2],
      ['EV-002', 2],
    ]);
  });

  it('does not hide that records are gone from the later one', () => {
    const numbers = many(80, (i) => i + 1);
    const gone = numbers.filter((number) => number < 40 || number > 45);
    const told = findMarked([ruleNamed('source-records-missing')], records(numbers), records(gone)).findings;
    expect(told.map(({ about, rows }) => [about, rows])).toEqual([['EV-002', 2]]);
  });
});

describe('all rules', () => {
  it('stand any log, whole or broken', () => {
    const random = seeded('rules on broken logs');
    for (const { id, name, bytes } of logFixtures) {
      const reader = logReaders.find((one) => one.id === id);
      if (reader === undefined) throw new Error(id);
      const broken = Buffer.from(bytes);
      for (let i = 0; i < 20; i++) broken[random.below(broken.length)] = random.below(256);
      for (const tried of [bytes, broken]) {
        const { findings } = findIn({ reader, bytes: tried, given: { ...answers, name } });
        for (const finding of findings) expect(finding.rows).toBeGreaterThanOrEqual(finding.evidence.length);
      }
    }
  });
});
