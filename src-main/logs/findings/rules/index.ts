import { CaseError } from '../../../domain/errors.ts';
import type { Rule } from '../rule.ts';
import { antivirusRules } from './antivirus.ts';
import { firewallRules } from './firewall.ts';
import { fusionReactorRules } from './fusionreactor.ts';
import { sourceRules } from './sources.ts';
import { webRules } from './web.ts';
import { windowsRules } from './windows.ts';

/** All rules, in the order in which their findings are told. */
export const rules: readonly Rule[] = [
  ...webRules,
  ...windowsRules,
  ...antivirusRules,
  ...fusionReactorRules,
  ...firewallRules,
  ...sourceRules,
];

const byId: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));

/** @throws CaseError `wrong-use` */
export function ruleNamed(id: string): Rule {
  const rule = byId.get(id);
  if (rule === undefined) throw new CaseError('wrong-use', { reason: `There is no rule ${id}.` });
  return rule;
}
