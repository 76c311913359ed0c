import { en } from '../strings/en.ts';
import { type Section, showSection } from './case.ts';

interface Place {
  readonly section: Section;
  readonly name: string;
  /** Pressed with Ctrl: `5`, `Shift A`. */
  readonly keyName: string;
}

/** The sections of a case in the order of the rail, each with its key; rail, palette and keyboard read them here. */
export function sections(): readonly Place[] {
  const text = en.caseFrame;
  return [
    { section: 'overview', name: text.overview, keyName: '1' },
    { section: 'timeline', name: text.timeline, keyName: '2' },
    { section: 'evidence', name: text.evidence, keyName: '3' },
    { section: 'facts', name: text.facts, keyName: '4' },
    { section: 'plan', name: en.plan.title, keyName: '5' },
    { section: 'logs', name: en.logs.title, keyName: '6' },
    { section: 'notify', name: en.notify.title, keyName: '7' },
    { section: 'review', name: en.review.title, keyName: '8' },
    { section: 'share', name: text.share, keyName: '9' },
    { section: 'authors', name: text.authors, keyName: 'Shift A' },
    { section: 'witness', name: text.witness, keyName: 'Shift F' },
    { section: 'preparation', name: en.prepared.title, keyName: 'Shift P' },
    { section: 'settings', name: text.settings, keyName: ',' },
  ];
}

/** Beside the page for the owner stands only what an owner looks for (design §1.12), and the way to all else. */
export function ownerPlaces(): readonly Place[] {
  const wanted: readonly Section[] = ['timeline', 'evidence', 'notify', 'review', 'share'];
  return [
    { section: 'owner', name: en.owner.go, keyName: '' },
    ...sections().filter(({ section }) => wanted.includes(section)),
    { section: 'overview', name: en.owner.allSections, keyName: '1' },
  ];
}

/** For the keyboard: `mod+5`, `mod+shift+a`, each showing its section. */
export function sectionKeys(): Readonly<Record<string, () => void>> {
  return Object.fromEntries(
    sections().map(({ section, keyName }) => [
      `mod+${keyName.toLowerCase().replace(' ', '+')}`,
      () => showSection(section),
    ]),
  );
}
