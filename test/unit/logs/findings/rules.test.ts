import { afterAll, describe, expect, it } from 'vitest';
import { logReaders } from '../../../../src-main/logs/readers/index.ts';
import { ruleNamed, rules } from '../../../../src-main/logs/findings/rules/index.ts';
import { seeded } from '../../../support/seed.ts';
import { answers, logFixtures } from '../fixtures.ts';
import { endIndex, findIn, findWith } from './find.ts';
import { otherCases } from './other-cases.ts';
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
