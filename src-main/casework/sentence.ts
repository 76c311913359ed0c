import type { Json } from '../domain/canonical.ts';
import { type Entry, listField, numberField, textField, textIn } from '../domain/entry.ts';
import { durationText } from '../domain/duration.ts';
import { describedNames, describedWords } from '../domain/exhibit-details.ts';
import { exhibitLabel } from '../domain/exhibit-number.ts';
import { sizeText } from '../domain/size-text.ts';
import { copySentence, leftOutWords, passphraseSentence } from './sentence-of-copies.ts';
import { sentenceOfCitations } from './sentence-of-citations.ts';
import { sentenceOfLogs } from './sentence-of-logs.ts';
import { sentenceOfPlan } from './sentence-of-plan.ts';
import { sentenceOfPreparation } from './sentence-of-preparation.ts';

/** As much of an entry as its sentence says. */
export interface Told {
  readonly header: Pick<Entry['header'], 'kind'>;
  readonly fields: Entry['fields'];
}

/** One plain sentence for an entry that is not free text. Withheld words show as “withheld”. */
export function sentenceOf(entry: Told): string {
  const text = (name: string): string => textField(entry, name) ?? '“withheld”';
  switch (entry.header.kind) {
    case 'case':
      return `Case opened: ${text('title')}`;
    case 'author':
      return textField(entry, 'before') === undefined
        ? `${text('name')} writes in this case${textField(entry, 'role') ? ` (${text('role')})` : ''}`
        : `${text('before')} is called ${text('name')} from now on`;
    case 'fact':
      return factSentence(entry, text);
    case 'evidence':
      return evidenceSentence(entry, text);
    case 'evidence-detail':
      return detailSentence(entry, text);
    case 'custody':
      return custodySentence(entry, text);
    case 'hold':
      return `${text('exhibit')} ${entry.fields['on'] === false ? 'taken off hold' : 'put on hold'}: ${text('why')}`;
    case 'copy':
      return copySentence(entry, text);
    case 'copy-made':
      return `The copy ${text('file')} is complete: ${numberField(entry, 'entries') ?? 0} entries, ${sizeText(numberField(entry, 'size') ?? 0)}${leftOutWords(entry)}`;
    case 'passphrase-changed':
      return passphraseSentence(numberField(entry, 'copies') ?? 0);
    case 'report':
      return `Report ${text('file')} written: ${numberField(entry, 'entries') ?? 0} entries, ${sizeText(numberField(entry, 'size') ?? 0)}`;
    case 'clock-moved':
      return `The clock of this device moved by ${Math.round((numberField(entry, 'moved_ms') ?? 0) / 1000)} s`;
    case 'note':
    case 'correction':
    case 'imported':
      return text('text');
    case 'withholding':
      return `Withheld the field ${text('field')} of entry ${text('entry').slice(0, 8)}: ${text('why')}`;
    case 'attachment':
      return `${text('exhibit')} linked to entry ${text('entry').slice(0, 8)}`;
    case 'clock-check':
      return clockCheckSentence(entry, text);
    case 'call':
      return callSentence(entry, text);
    case 'presence':
      return `${text('person')} ${entry.fields['here'] === false ? 'left' : 'is here'}`;
    case 'phase':
      return `Phase: ${text('phase')}${why(entry)}${gateText(entry)}`;
    case 'seal':
      return `Case sealed; the seal fixes ${numberField(entry, 'entries') ?? 0} entries, fingerprint ${text('head').slice(0, 20)}${textField(entry, 'despite') === undefined ? '' : `; without an approved review, because: ${text('despite')}`}`;
    case 'unseal':
      return `Case unsealed: ${text('why')}`;
    case 'admission':
      return `Both sides of a fork are part of the record from number ${numberField(entry, 'n') ?? 0} of writer ${text('writer').slice(0, 8)}: ${text('why')}`;
    case 'witness':
      return `${text('person')} was told the fingerprint of ${numberField(entry, 'entries') ?? 0} entries ${BY[text('by')] ?? text('by')}`;
    case 'timestamp':
      return `The fingerprint of ${numberField(entry, 'entries') ?? 0} entries was stamped by ${text('authority')} at ${text('at').slice(0, 19).replace('T', ' ')} UTC`;
    case 'key-confirmed':
      return `Key ${text('key').slice(0, 8)} confirmed ${BY[text('by')] ?? text('by')}${textField(entry, 'why') === undefined ? '' : `: ${text('why')}`}`;
    case 'key-disowned':
      return `Key ${text('key').slice(0, 8)} disowned${textField(entry, 'since') === undefined ? '' : ` since ${text('since')}`}, ${BY[text('by')] ?? text('by')}${textField(entry, 'why') === undefined ? '' : `: ${text('why')}`}`;
    case 'same-person':
      return `Key ${text('key').slice(0, 8)} is of the same person`;
    case 'timeline-import':
      return importSentence(entry, text);
    default:
      return (
        textField(entry, 'text') ??
        sentenceOfPlan(entry, text) ??
        sentenceOfLogs(entry, text) ??
        sentenceOfCitations(entry, text) ??
        sentenceOfPreparation(entry, text) ??
        `Entry of kind ${entry.header.kind}, written by a newer Holdfast`
      );
  }
}

/** `; gate: 2 yes, 1 not answered`: what was answered when the phase before was left. */
function gateText(entry: Told): string {
  const { gate } = entry.fields;
  if (!Array.isArray(gate)) return '';
  const answers = gate.map((line) => textIn(line as Readonly<Record<string, Json>>, 'answer'));
  const parts = Object.entries(GATE_WORDS).flatMap(([answer, words]) => {
    const n = answers.filter((one) => one === answer).length;
    return n === 0 ? [] : [`${n} ${words}`];
  });
  return parts.length === 0 ? '' : `; gate: ${parts.join(', ')}`;
}

const GATE_WORDS: Readonly<Record<string, string>> = {
  yes: 'yes',
  no: 'no',
  'not-applicable': 'does not apply',
  unanswered: 'not answered',
};

/** `Penetrated: yes (before: undecided), decided by Ada and Ben, because: web shell found`. */
function factSentence(entry: Told, text: (name: string) => string): string {
  const { value, before } = entry.fields;
  const by = listField(entry, 'by');
  const grounds = textField(entry, 'grounds');
  return [
    `${factName(text('name'))}: ${value === undefined ? '“withheld”' : valueText(value)}`,
    before === undefined ? '' : ` (before: ${valueText(before)})`,
    by.length === 0 ? '' : `, decided by ${by.join(' and ')}`,
    grounds === undefined ? '' : `, because: ${grounds}`,
  ].join('');
}

/** `Call to Owner, +49 89 1234, 4 min 12 s: will send the notice`; `Call from the host, not answered`. */
function callSentence(entry: Told, text: (name: string) => string): string {
  const duration = numberField(entry, 'duration_s');
  const said = textField(entry, 'said');
  return [
    `Call ${textField(entry, 'direction') === 'in' ? 'from' : 'to'} ${text('person')}`,
    textField(entry, 'number') === undefined ? '' : `, ${text('number')}`,
    entry.fields['answered'] === false ? ', not answered' : '',
    duration === undefined ? '' : `, ${durationText(duration)}`,
    said === undefined ? '' : `: ${said}`,
  ].join('');
}

/** `Clock check: the device is 2.0 s ahead of the speaking clock`. */
function clockCheckSentence(entry: Told, text: (name: string) => string): string {
  const offset = numberField(entry, 'offset_ms') ?? 0;
  const where = offset === 0 ? 'agrees with' : offset > 0 ? 'is ahead of' : 'is behind';
  const by = offset === 0 ? '' : ` by ${(Math.abs(offset) / 1000).toFixed(1)} s`;
  return `Clock check: the device ${where} ${text('source')}${by}`;
}

const why = (entry: Told): string => {
  const reason = textField(entry, 'why');
  return reason === undefined ? '' : `, because: ${reason}`;
};

const BY: Readonly<Record<string, string>> = {
  telephone: 'by telephone',
  'in-person': 'in person',
  message: 'by message',
  paper: 'on paper',
};

function evidenceSentence(entry: Told, text: (name: string) => string): string {
  if (textField(entry, 'mode') === 'none') {
    return `${labelOf(entry)} added: ${text('title')}, a thing without a file, held by ${text('held_by')}`;
  }
  return `${labelOf(entry)} added: ${text('title')}, ${sizeText(numberField(entry, 'size') ?? 0)}`;
}

/** `EV-003: clock offset -2, host or system WEB01`. */
function detailSentence(entry: Told, text: (name: string) => string): string {
  const said = describedNames.flatMap((name) => {
    const value = entry.fields[name];
    return value === undefined ? [] : [`${describedWords[name]} ${detailText(value)}`];
  });
  const reason = textField(entry, 'reason');
  return `${text('exhibit')}: ${said.join(', ') || '“withheld”'}${reason === undefined ? '' : `, because: ${reason}`}`;
}

/** A span reads as it was typed. */
const detailText = (value: Json): string =>
  typeof value === 'object' && value !== null && 'typed' in value && typeof value.typed === 'string'
    ? value.typed
    : valueText(value);

/** `Timeline imported from EV-004: 412 of 415 rows; 3 were not taken and stay in the exhibit`. */
function importSentence(entry: Told, text: (name: string) => string): string {
  const rows = numberField(entry, 'rows') ?? 0;
  const taken = numberField(entry, 'taken') ?? 0;
  const left = rows - taken;
  return `Timeline imported from ${text('exhibit')}: ${taken} of ${rows} rows${left === 0 ? '' : `; ${left} ${left === 1 ? 'was' : 'were'} not taken and ${left === 1 ? 'stays' : 'stay'} in the exhibit`}`;
}

function labelOf(entry: Told): string {
  return exhibitLabel({
    series: textField(entry, 'series') ?? '',
    number: numberField(entry, 'number') ?? 0,
  });
}

function custodySentence(entry: Told, text: (name: string) => string): string {
  const exhibit = text('exhibit');
  const from = textField(entry, 'from');
  const to = textField(entry, 'to');
  const event = text('event');
  const extra = [
    textField(entry, 'seal') === undefined ? '' : `, seal ${text('seal')}`,
    textField(entry, 'location') === undefined ? '' : `, ${text('location')}`,
    textField(entry, 'despite') === undefined ? '' : `, although the record differs: ${text('despite')}`,
  ].join('');
  switch (event) {
    case 'collected':
      return `${exhibit} collected by ${text('performed_by')}${to === undefined ? '' : `, held by ${to}`}${extra}`;
    case 'transferred':
      return `${exhibit} handed over${from === undefined ? '' : ` from ${from}`}${to === undefined ? '' : ` to ${to}`}${extra}`;
    case 'returned':
      return `${exhibit} returned${to === undefined ? '' : ` to ${to}`}${extra}`;
    case 'acknowledged':
      return `${exhibit} received by ${to ?? text('performed_by')}${from === undefined ? '' : ` from ${from}`}${extra}`;
    case 'verified':
      return `${exhibit} verified: ${text('result')}`;
    case 'disposed':
      return entry.fields['released'] === true
        ? `${exhibit} released: its stored bytes were removed (${text('method')}); hashes and custody stay`
        : `${exhibit} disposed of by ${text('performed_by')}: ${text('method')}${extra}`;
    default:
      return `${exhibit} ${event} by ${text('performed_by')}${extra}`;
  }
}

const factName = (name: string): string => {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const valueText = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value ?? null);
