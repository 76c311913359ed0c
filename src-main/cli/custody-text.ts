import type { CustodyEvent } from '../contract/custody.ts';
import type { Exhibit } from '../contract/evidence.ts';
import { visibleText } from '../domain/file-name.ts';
import { localTime } from './local-time.ts';
import { signedName } from './signed-name.ts';

/** `held by Ada, safe room 2, sealed (4471), not yet acknowledged by Ada`. */
export function holderWords({ holder, hold, custodyState }: Exhibit): string {
  const { location, seal, awaits, contested, doubtful, unsure } = custodyState;
  return [
    `held by ${visibleText(holder)}`,
    ...(location === undefined ? [] : [visibleText(location)]),
    ...(seal === undefined ? [] : [seal === '' ? 'sealed' : `sealed (${visibleText(seal)})`]),
    ...(awaits === undefined ? [] : [`not yet acknowledged by ${visibleText(awaits)}`]),
    ...(contested === undefined
      ? []
      : [
          `IN CONFLICT: copies of this record name ${contested.map((who) => visibleText(who)).join(' and ')}`,
        ]),
    ...(doubtful === undefined
      ? []
      : [`${doubtful} custody ${doubtful === 1 ? 'event contradicts' : 'events contradict'} the record`]),
    ...(hold ? ['on hold'] : []),
    ...(unsure === undefined ? [] : [unsureWords(unsure)]),
  ].join(', ');
}

/** `recorded by Ben, whose key nobody has confirmed`. */
export const unsureWords = (names: readonly string[]): string =>
  `recorded by ${names.map((name) => visibleText(name)).join(' and ')}, whose key nobody has confirmed`;

/** One event of a chain of custody, and a second line where it contradicts what was recorded before. */
export function custodyLine(event: CustodyEvent): string {
  const said = [
    event.from === undefined ? '' : ` from ${event.from}`,
    event.to === undefined ? '' : ` to ${event.to}`,
    event.witness === undefined ? '' : `, witness ${event.witness}`,
    event.seal === undefined ? '' : `, seal ${event.seal}`,
    event.condition === undefined ? '' : `, ${event.condition}`,
    event.location === undefined ? '' : `, ${event.location}`,
    event.method === undefined ? '' : `, ${event.method}`,
    event.purpose === undefined ? '' : `, for ${event.purpose}`,
    event.authority === undefined ? '' : `, by authority of ${event.authority}`,
    event.result === undefined ? '' : `: ${event.result}`,
    event.despite === undefined ? '' : `, although the record differs: ${event.despite}`,
  ].join('');
  const doubt =
    event.doubt === undefined
      ? ''
      : `\n        CONTRADICTS THE RECORD BEFORE IT: ${visibleText(event.doubt)}`;
  const what = event.released === true ? 'bytes released' : event.event;
  return `  ${event.sequence}  ${localTime(event.at, event.zone)} ${event.zone}  ${what}${visibleText(said)}  (by ${performedBy(event)})${doubt}`;
}

/** Who did it; who wrote it down as well, where that is another or nobody confirmed that key. */
function performedBy({ performedBy: name, author }: CustodyEvent): string {
  return name === author.name
    ? signedName(author)
    : `${visibleText(name)}, recorded by ${signedName(author)}`;
}
