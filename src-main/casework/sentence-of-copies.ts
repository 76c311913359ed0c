import { type Entry, objectField, textField } from '../domain/entry.ts';
import { sizeText } from '../domain/size-text.ts';

/** What goes into a copy, and for whom. @param text the field of a name, or what stands for one that is gone */
export function copySentence(entry: Pick<Entry, 'fields'>, text: (name: string) => string): string {
  const to = 'to' in entry.fields ? ` for ${text('to')}` : '';
  const without = [
    ...(textField(entry, 'evidence') === 'none' ? ['stored evidence'] : []),
    ...(textField(entry, 'evidence') === 'small' ? ['larger stored evidence'] : []),
    ...(textField(entry, 'redact') === 'personal' ? ['personal data'] : []),
  ];
  const what = `${to}${without.length === 0 ? '' : ` without ${without.join(' and ')}`}`;
  const writing =
    entry.fields['read_only'] === true
      ? 'for reading only'
      : `exhibits added in it are numbered from EV-${text('series')}001`;
  return `Copy for sharing begun${what}; ${writing}`;
}

/** How much stored evidence stayed behind. */
export function leftOutWords(entry: Pick<Entry, 'fields'>): string {
  const left = objectField(entry, 'left_out');
  const [exhibits, bytes] = [left?.['exhibits'], left?.['bytes']];
  if (typeof exhibits !== 'number' || typeof bytes !== 'number' || exhibits === 0) return '';
  return `; the bytes of ${exhibits} ${exhibits === 1 ? 'exhibit' : 'exhibits'} (${sizeText(bytes)}) were left out`;
}

/** @param copies that were made before */
export function passphraseSentence(copies: number): string {
  const kept =
    copies === 0
      ? ''
      : `; ${copies === 1 ? 'the copy that was made before keeps its own' : `${copies} copies that were made before keep their own`}`;
  return `The passphrase of the file was changed${kept}`;
}
