import type { Merged } from '../contract/merge.ts';
import { visibleText } from '../domain/file-name.ts';

/** What a merge brought, one line each. */
export function mergedLines(merged: Merged): string[] {
  const { added, newAuthors, branches, conflicts, forks, admitted, problems } = merged;
  const leftBytes = problems.every(({ code }) => code === 'evidence-changed');
  if (problems.length > 0 && !leftBytes) {
    return [
      'NOTHING WAS TAKEN IN: the other file does not hold together.',
      ...problems.map(({ message }) => `  ${message}`),
    ];
  }
  return [
    `Taken in: ${added.entries} entries, ${added.exhibits} exhibits, ${added.authors} authors, the bytes of ${merged.evidence} exhibits.`,
    ...newAuthors.map(
      ({ name, key, words }) =>
        `  new: ${visibleText(name)}, key ${key.slice(0, 16)}, unconfirmed; its words are ${words.join(' ')}`,
    ),
    ...branches.map(
      ({ from, entries }) =>
        `  continued in two copies from entry ${from.slice(0, 8)}: ${entries} entries came from there`,
    ),
    ...conflicts.map(
      ({ what, about, values }) =>
        `  in conflict: ${conflictName(what, about)}: ${values.map((value) => visibleText(value)).join(' | ')}`,
    ),
    ...admitted.map(
      ({ writer }) =>
        `  both sides of a fork of writer ${writer.slice(0, 8)} are admitted by an entry of the other file`,
    ),
    ...forkLines(forks),
    ...problems.map(({ message }) => `  LEFT: ${message}`),
  ];
}

/** `correction/1a2b3c4d (“the text”)`: as a script has it, and what it is about. */
export function conflictName(what: string, about: string | null): string {
  if (about === null) return what;
  const [kind = '', entry = ''] = what.split('/');
  return `${kind}/${entry.slice(0, 8)} (“${visibleText(about.slice(0, SHOWN))}”)`;
}

/** Characters of an entry that name it. */
const SHOWN = 120;

export const forkLines = (forks: Merged['forks']): string[] =>
  forks.map(
    ({ author, writer, n, entries }) =>
      `  FORK: entry ${n} of writer ${writer.slice(0, 8)} (key ${author.slice(0, 16)}) was written twice; ${entries} entries wait outside the record`,
  );
