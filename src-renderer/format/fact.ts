import { factChoices } from '../../src-main/domain/fact-value.ts';
import { en } from '../strings/en.ts';
import { fullTime } from './time.ts';
import { visibleName } from './visible.ts';

/** Facts that every incident has to answer, in the order in which they are asked. */
export const PLAN_FACTS = [
  'detected',
  'detection-source',
  'discovered-by',
  'discovered',
  'done-to-server',
  'penetrated',
  'data-reached',
  'extent',
  'severity',
  'ended',
] as const;

/** What a case knows of itself and of the organisation: no news of the incident. They stand on the page of facts. */
export const BACKGROUND_FACTS: ReadonlySet<string> = new Set([
  'zone',
  'plan',
  'organisation',
  'seller-id',
  'sites',
  'servers',
  'contact',
  'team',
]);

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** What a fact is called. */
export function factName(name: string): string {
  const known = en.facts.names[name];
  if (known !== undefined) return known;
  const words = visibleName(name.replaceAll('-', ' '));
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The value of a fact as people read it; a withheld one is null in the view. */
export function factValue(name: string, value: unknown, zone: string): string {
  if (value === null || value === undefined) return en.facts.withheld;
  if (typeof value !== 'string') return JSON.stringify(value);
  if (INSTANT.test(value)) return fullTime(new Date(value), zone, 'minute');
  const chosen = factChoices[name]?.includes(value) ?? value === 'no';
  return (chosen ? en.facts.values[value] : undefined) ?? visibleName(value);
}
