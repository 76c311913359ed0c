import { fitsLuhn } from './luhn.ts';

export type WordFault = 'address' | 'telephone' | 'card' | 'guess';

/** A piece of a text that a recipient may not need, or that guesses. */
export interface WordFinding {
  readonly kind: WordFault;
  readonly text: string;
}

/** Each part is limited, so that a long text is read in one go. */
const ADDRESS = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;
/** Thirteen to nineteen digits, in groups or not. */
const CARD = /(?<![\d.:-])\d(?:[ -]?\d){12,18}(?![\d:-]|\.\d)/g;
/** With a country code or a leading zero, seven digits at least; times, dates and IP addresses are none. */
const TELEPHONE = /(?<![\d.:/\w-])(?:\+|00|\(?0)[1-9][\d ()/-]{5,20}\d(?![:\w]|\.\d)/g;
const GUESS =
  /\b(?:probably|maybe|perhaps|possibly|presumably|apparently|supposedly|likely|unlikely|guess(?:ed)?|assum(?:e|ed|ing)|we (?:think|believe|suppose|fear)|(?:might|may|could) (?:be|have)|it (?:seems|looks|appears))\b/giu;

/**
 * What a message may not be meant to say: addresses, telephone and card numbers, and words that guess. It knows no names;
 * what it does not find may be there all the same.
 * @param known what the message has to say, such as who can be reached
 */
export function checkWords(text: string, known: readonly string[]): WordFinding[] {
  const said = known.join('\n').toLowerCase();
  const isKnown = (found: string): boolean => said.includes(found.toLowerCase());
  const cards = all(text, CARD).filter((found) => fitsLuhn(found));
  const telephones = all(text, TELEPHONE).filter((found) => !cards.some((card) => card.includes(found)));
  return [
    ...findings('address', all(text, ADDRESS)).filter((one) => !isKnown(one.text)),
    ...findings('telephone', telephones).filter((one) => !isKnown(one.text)),
    ...findings('card', cards),
    ...findings('guess', all(text, GUESS)),
  ];
}

const all = (text: string, pattern: RegExp): string[] => text.match(pattern) ?? [];

const findings = (kind: WordFault, found: readonly string[]): WordFinding[] =>
  [...new Set(found.map((one) => one.trim()))].map((text) => ({ kind, text }));
