import { textField, type Entry } from '../../domain/entry.ts';
import { sizeText } from '../../domain/size-text.ts';
import type { Retention } from '../../domain/retention/retention-of.ts';
import { zonedText } from '../../domain/time/zoned-text.ts';
import type { FormExhibit } from './form-data.ts';
import { type Html, html, words } from './html.ts';
import { whenText } from './when-text.ts';

/** One line of a list of facts; a fact that nobody said is left out. */
export type Fact = readonly [name: string, value: Html];

const MODE = {
  stored: 'kept with the case, encrypted',
  reference: 'not kept here: they stayed where they were',
  none: 'none: a thing without a file',
} as const;

const given = (name: string, text: string | undefined): Fact[] =>
  text === undefined || text === '' ? [] : [[name, words(text)]];

/** What the form says about the exhibit itself. @param zone of the case */
export function exhibitFacts(
  { entry, view, walk: { state }, hold, retention }: FormExhibit,
  zone: string,
): Fact[] {
  const bytes = view.size === null ? '' : `${spaced(view.size)} bytes (${sizeText(view.size)})`;
  const { contested } = view.custodyState;
  const held = state.location === null ? view.holder : `${view.holder}, ${state.location}`;
  return [
    ['Type', html`${view.type}`],
    ...given('Size', bytes),
    ...given('Files', view.files === undefined ? undefined : String(view.files)),
    ['Collected', html`${whenText(entry, zone)}`],
    ...given('Collected by', view.collectedBy),
    ...given('From', view.source),
    ...given('Program', view.program),
    ...given('Provider', view.provider),
    ...given('Id at the provider', view.itemId),
    ...given('Make', view.make),
    ...given('Serial number', view.serial),
    ...given(
      'Covers',
      view.covers === undefined
        ? undefined
        : `${zonedText(view.covers.from, zone)} to ${zonedText(view.covers.to, zone)}`,
    ),
    ...given('Clock offset', view.clockOffset === undefined ? undefined : `${view.clockOffset} s`),
    ...given('Path', view.path),
    ['Bytes', html`${view.bytes === 'released' ? 'released: removed by an entry' : MODE[view.mode]}`],
    ['Held now by', html`<b>${words(held)}</b>`],
    ...(contested === undefined
      ? []
      : [['In conflict', words(`copies of this record name ${contested.join(' and ')}`)] as const]),
    [
      'Seal',
      state.seal === null
        ? html`open, as far as the record goes`
        : html`closed with
          ${words(state.seal.number === null ? 'a seal without a number' : `seal ${state.seal.number}`)}`,
    ],
    ...given('Condition', state.condition ?? undefined),
    ['Kept until', html`${retentionText(retention, zone)}`],
    ...(hold.on ? [['On hold', words(hold.why.join('; ') || 'yes')] as const] : []),
    ...hash('SHA-1', view.sha1),
    ...hash('MD5', view.md5),
  ];
}

const hash = (name: string, hex: string | undefined): Fact[] =>
  hex === undefined ? [] : [[name, html`<span class="mono">${hex}</span>`]];

const retentionText = ({ until, undecided }: Retention, zone: string): string =>
  until === null ? `not decided: ${undecided ?? ''}` : `${zonedText(until, zone)} at least`;

/** The words of a custody event that stand in its last column, in the order of reading. */
export function eventFacts(entry: Entry): Fact[] {
  return EVENT_WORDS.flatMap(([name, field]) => given(name, textField(entry, field)));
}

const EVENT_WORDS = [
  ['Place', 'location'],
  ['Seal', 'seal'],
  ['Condition', 'condition'],
  ['How', 'method'],
  ['Purpose', 'purpose'],
  ['Authority', 'authority'],
  ['Witness', 'witness'],
  ['Tool', 'tool'],
  ['Result', 'result'],
  ['Although', 'despite'],
] as const;

/** `4 070 481 920`, with spaces that do not break. */
const spaced = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/gu, '\u00A0');
