import type { Json } from '../domain/canonical.ts';
import { listField, textField } from '../domain/entry.ts';
import { folded } from './folded.ts';
import { type Told, sentenceOf } from './sentence.ts';

/** Fields that nobody reads as text: times, salts, and lists that have a search of their own. */
export const notSearched: readonly string[] = ['occurred', 'opened', 'nonce', 'manifest', 'phase'];

/**
 * What is searched of an entry, folded: its sentence as the timeline shows it, the words of its own fields (file
 * names, hashes, places, seals, grounds), and its tags. Withheld words are not there.
 */
export function searchedText(entry: Told): string {
  const sentence = textField(entry, 'text') ?? sentenceOf(entry);
  const own = Object.entries(entry.fields).flatMap(([name, value]) =>
    name === 'text' || name === 'tags' || notSearched.includes(name) ? [] : wordsIn(value),
  );
  return folded([sentence, ...own.filter((words) => !sentence.includes(words)), tagsOf(entry)].join('\n'));
}

const tagsOf = (entry: Told): string => listField(entry, 'tags').join(' ');

function wordsIn(value: Json): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.flatMap((item) => wordsIn(item)) : [];
}
