import { rules } from '../../logs/findings/rules/index.ts';
import type { RuleFacts } from '../../share/stix/stix-writer.ts';

/** Fields of rows by which findings are told apart, where a value is an address or an account and nothing else. */
const ABOUT: Readonly<Record<string, RuleFacts['about']>> = { address: 'address', user: 'account' };

const facts: ReadonlyMap<string, RuleFacts> = new Map(
  rules.map(({ id, attack, detector }) => [
    id,
    { attack, about: 'by' in detector ? (ABOUT[detector.by] ?? null) : null },
  ]),
);

/** What a rule for logs says about its findings; nothing for one that is not known any more. */
export const ruleFacts = (rule: string): RuleFacts | undefined => facts.get(rule);
