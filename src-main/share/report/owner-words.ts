import type { OwnerFact, OwnerTask, OwnerTold } from '../../casework/owner-view.ts';
import { stamp } from './parts.ts';

/** What an owner reads, in plain words; no guess is made from a value that is not known. */
export function knownSentence({ name, value, by }: OwnerFact, zone: string): string {
  const known = SENTENCES[name]?.[value];
  const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/u.test(value) ? stamp(value, zone) : value;
  const said = known ?? `${NAMES[name] ?? titled(name)}: ${instant}`;
  return `${/[.!?]$/u.test(said) ? said : `${said}.`} (${by.join(' and ')})`;
}

export const unknownSentence = (name: string): string => UNKNOWN[name] ?? `${titled(name)}.`;

/** What has to be done, with its time where there is one. */
export function taskSentence({ kind, title, due, late, drafted }: OwnerTask, zone: string): string {
  const what = {
    tell: `Tell ${title}`,
    decide: `Decide whether ${title} has to be told`,
    review: 'Approve the review of this incident',
    step: title,
  }[kind];
  const time =
    due === null ? '' : late ? `, due since ${stamp(due, zone)}: this is late` : ` by ${stamp(due, zone)}`;
  return `${what}${time}.${drafted ? ' The message is written.' : ''}`;
}

export function toldSentence({ state, at, via, why }: OwnerTold, zone: string): string {
  const because = why === null ? '' : `: ${why}`;
  switch (state) {
    case 'told':
      return `${at === null ? 'told' : stamp(at, zone)}${via === null ? '' : `, by ${via}`}`;
    case 'not-told':
      return 'not yet';
    case 'not-needed':
      return `does not have to be told${because}`;
    case 'decided-against':
      return `will not be told${because}`;
    case 'not-decided':
      return `not yet, not decided${because}`;
  }
}

const titled = (name: string): string => {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const NAMES: Readonly<Record<string, string>> = {
  discovered: 'What was noticed',
  'discovered-by': 'Noticed by',
  detected: 'Noticed at',
  suspected: 'First suspected at',
  occurred: 'Began at',
  contained: 'Stopped from spreading at',
  eradicated: 'Cleaned at',
  'done-to-server': 'What was done to the server since',
  extent: 'What is affected',
  severity: 'How serious it is',
};

const SENTENCES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  penetrated: {
    yes: 'Somebody broke into a system.',
    no: 'Nobody broke into a system, as far as those who decided it could see.',
  },
  'data-reached': {
    yes: 'Data was read or taken.',
    no: 'No data was read or taken, as far as those who decided it could see.',
  },
};

const UNKNOWN: Readonly<Record<string, string>> = {
  discovered: 'What exactly was noticed.',
  penetrated: 'Whether somebody broke into a system.',
  'data-reached': 'Whether data was read or taken.',
  extent: 'What is affected.',
  severity: 'How serious it is.',
  'done-to-server': 'What was done to the server since it was noticed.',
};
