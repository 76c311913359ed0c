import { CaseError } from './errors.ts';

/** Facts of the plan whose value is one of a few words (product.md, phase 2). All others are free text. */
export const factChoices: Readonly<Record<string, readonly string[]>> = {
  penetrated: ['undecided', 'yes', 'no'],
  'data-reached': ['undecided', 'yes', 'no'],
  severity: ['undecided', 'low', 'medium', 'high', 'critical'],
  'detection-source': [
    'hosting-firewall',
    'hosting-usage',
    'fusionreactor',
    'antivirus',
    'log-review',
    'customer',
    'employee',
    'other',
  ],
};

/** Facts whose value is the instant at which something happened. */
const instants: ReadonlySet<string> = new Set([
  'occurred',
  'detected',
  'suspected',
  'contained',
  'eradicated',
  'ended',
]);

const NAME = /^[a-z][a-z0-9-]{0,63}$/;

export type FactShape = 'instant' | 'zone' | 'text';

/**
 * How the value of a fact is to be read.
 * @throws CaseError `wrong-use` for a name that is none
 */
export function factShape(name: string): FactShape {
  if (!NAME.test(name)) {
    throw new CaseError('wrong-use', {
      reason: `“${name}” is no name of a fact. A name is of small letters, digits and -, such as data-reached.`,
    });
  }
  if (instants.has(name)) return 'instant';
  return name === 'zone' ? 'zone' : 'text';
}

/**
 * Whether a fact may have this value.
 * @throws CaseError `wrong-use` with the values that it may have, `text-empty`
 */
export function checkFactValue(name: string, value: string): void {
  if (value.trim() === '') throw new CaseError('text-empty');
  const allowed = factChoices[name];
  if (allowed === undefined || allowed.includes(value)) return;
  throw new CaseError('wrong-use', {
    reason: `The fact ${name} is one of ${allowed.join(', ')}, and not “${value}”.`,
  });
}
