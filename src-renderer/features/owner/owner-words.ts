import type { OwnerView } from '../../../src-main/contract/document.ts';
import { fullTime } from '../../format/time.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { factName, factValue } from '../../format/fact.ts';
import { en } from '../../strings/en.ts';

type Fact = OwnerView['known'][number];

/** `Somebody broke into a system.` */
export function factSaid({ name, value }: Fact, zone: string): string {
  const text = en.owner;
  const known = text.sentences[name]?.[value];
  return visibleText(known ?? text.fact(text.names[name] ?? factName(name), factValue(name, value, zone)));
}

/** `(Ada and Ben, Tue 17 Nov 2026 03:22 CET)`. */
export function factBy({ at, by }: Fact, zone: string): string {
  const text = en.owner;
  const who = text.and(by.map((person) => visibleName(person)));
  return text.decidedBy(who, fullTime(new Date(at), zone, 'minute'));
}

export function toldWords({ state, at, via, why }: OwnerView['told'][number], zone: string): string {
  const text = en.owner;
  if (state === 'told') {
    const when = at === null ? text.toldStates.told : fullTime(new Date(at), zone, 'minute');
    return via === null ? when : `${when}, ${text.via(visibleName(via))}`;
  }
  return `${text.toldStates[state]}${why === null ? '' : text.because(visibleText(why))}`;
}
