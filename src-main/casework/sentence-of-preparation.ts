import { numberField, objectField, textField, textIn } from '../domain/entry.ts';
import type { Told } from './sentence.ts';

type Text = (name: string) => string;

/** Kinds of entries that the preparation brings forth; undefined for all others. */
export function sentenceOfPreparation(entry: Told, text: Text): string | undefined {
  switch (entry.header.kind) {
    case 'organisation':
      return `Organisation: ${textField(entry, 'legal_name') ?? textField(entry, 'trading_name') ?? 'said anew'}`;
    case 'team-member':
      return `Team: ${text('name')}${removed(entry)}${part(entry, 'phone', ', ')}${part(entry, 'out_of_hours', ', out of hours ')}${entry.fields['contact'] === true ? ', incident point of contact' : ''}`;
    case 'defence':
      return `Defence: ${text('title')}${removed(entry)}${part(entry, 'owner', ', owner ')}${part(entry, 'reports', ', reports go to ')}${part(entry, 'note', ': ')}`;
    case 'defence-check':
      return `Defence checked: ${text('title')}, ${entry.fields['result'] === 'problem' ? 'a problem was found' : 'good'}${part(entry, 'by', ', by ')}${part(entry, 'note', ': ')}${fileOf(entry)}`;
    case 'finding':
      return `Finding ${text('state')}: ${text('title')}${part(entry, 'owner', ', owner ')}${part(entry, 'why', ', because: ')}`;
    case 'log-review': {
      const covers = textIn(objectField(entry, 'covers'), 'typed');
      return `Logs read: ${text('source')}${covers === '' ? '' : `, ${covers}`}${part(entry, 'by', ', by ')}: ${text('result') === 'nothing' ? 'nothing was found' : text('found')}`;
    }
    case 'plan-approved':
      return `Plan approved: ${text('title')}, version ${numberField(entry, 'version') ?? 0}, by ${text('by')}${part(entry, 'note', ': ')}`;
    default:
      return undefined;
  }
}

const part = (entry: Told, name: string, before: string): string =>
  textField(entry, name) === undefined ? '' : `${before}${textField(entry, name)}`;

const removed = (entry: Told): string => (entry.fields['removed'] === true ? ' (taken out)' : '');

/** What shows a check, by its name and the beginning of its hash. */
function fileOf(entry: Told): string {
  const file = objectField(entry, 'file');
  return file === undefined ? '' : `; ${textIn(file, 'name')}, sha256 ${textIn(file, 'sha256').slice(0, 8)}…`;
}
