import type { Preview } from '../contract/merge.ts';
import { durationText } from '../domain/duration.ts';
import { visibleText } from '../domain/file-name.ts';
import { sizeText } from '../domain/size-text.ts';
import { localTime } from './local-time.ts';
import { conflictName, forkLines } from './merged-lines.ts';

/** What a merge would bring, one line each. @param zone of the times, which is named */
export function previewLines(preview: Preview, zone: string): string[] {
  const { entries, problems, forks } = preview;
  if (problems.length > 0) {
    return [
      'NOTHING WOULD BE TAKEN IN: the two files do not hold together.',
      ...problems.map(({ message }) => `  ${message}`),
    ];
  }
  const span =
    preview.first === null || preview.last === null
      ? ''
      : `, recorded from ${localTime(preview.first, zone)} to ${localTime(preview.last, zone)} ${zone} by the clocks of their authors`;
  return [
    `Would come in: ${entries} entries${span}. Nothing was changed.`,
    ...preview.kinds.map(
      ({ kind, entries: n, onlyHere, known }) =>
        `  ${n} of kind ${visibleText(kind)}${onlyHere === 0 ? '' : ` (${onlyHere} only here)`}${known ? '' : ', which this Holdfast does not know: kept as they are'}`,
    ),
    ...preview.authors.map(
      ({ name, key, words, trust, entries: n }) =>
        `  by ${visibleText(name)}: ${n}; key ${key.slice(0, 16)}, ${trust ?? 'not known here yet'}; its words are ${words.join(' ')}`,
    ),
    ...preview.clocks.map((clock) => clockLine(clock)),
    ...exhibitLines(preview),
    ...preview.branches.map(
      ({ from, text, entries: n }) =>
        `  continued in two copies from entry ${from.slice(0, 8)} (“${visibleText(text.slice(0, 80))}”): ${n} entries come from there`,
    ),
    ...preview.conflicts.flatMap(({ what, about, values }) => [
      `  would be in conflict: ${conflictName(what, about)}`,
      ...values.map(
        ({ side, text, name }) =>
          `    ${side === 'here' ? 'here' : 'in the copy'}: ${visibleText(text)} [${visibleText(name)}]`,
      ),
    ]),
    ...forkLines(forks),
  ];
}

const BYTES: Readonly<Record<Preview['exhibits'][number]['bytes'], string>> = {
  come: 'its bytes come in',
  wrong: 'ITS BYTES DO NOT HAVE THE RECORDED HASH and would be left',
  missing: 'its bytes are not in the copy',
  left: 'its bytes would be left: this file was made without them',
  none: 'no bytes are stored',
};

function exhibitLines({ exhibits, exhibitsInAll, stored }: Preview): string[] {
  if (exhibitsInAll === 0) return [];
  return [
    `  exhibits: ${exhibitsInAll}, ${stored.exhibits} of them with their bytes (${sizeText(stored.bytes)})`,
    ...exhibits.map(
      ({ exhibit, title, bytes, isNew }) =>
        `    ${exhibit}  ${visibleText(title)}: ${isNew ? '' : 'known already; '}${BYTES[bytes]}`,
    ),
    ...(exhibitsInAll > exhibits.length ? [`    and ${exhibitsInAll - exhibits.length} more`] : []),
  ];
}

/** An estimate, and what it rests on. */
function clockLine({ name, compared, least, most }: Preview['clocks'][number]): string {
  const parts = [
    ...(compared === null ? [] : [`${ahead(compared)}, from the last comparison of each with another clock`]),
    ...(least !== null && most !== null && least > most
      ? ['a clock was moved: the order of entries contradicts itself']
      : [
          ...(most === null ? [] : [`at most ${ahead(most)}, from the order of entries`]),
          ...(least === null ? [] : [`at least ${ahead(least)}, from the order of entries`]),
        ]),
  ];
  return `  clock of ${visibleText(name)}, estimated: ${parts.join('; ')}`;
}

const ahead = (ms: number): string =>
  `${durationText(Math.round(Math.abs(ms) / 1000))} ${ms < 0 ? 'behind' : 'ahead of'} this one`;
