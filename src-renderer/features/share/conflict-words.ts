import type { Merged } from '../../../src-main/contract/merge.ts';
import { kindName } from '../../format/entry-words.ts';
import { factName } from '../../format/fact.ts';
import { visibleText } from '../../format/visible.ts';
import { showSection } from '../../state/case.ts';
import { openStating, selectFact, showPhases } from '../../state/course.ts';
import { openCorrect } from '../../state/entry-action.ts';
import { showExhibit } from '../../state/log-links.ts';
import { openEntry } from '../../state/timeline.ts';
import { en } from '../../strings/en.ts';

type Named = Pick<Merged['conflicts'][number], 'what' | 'about'>;

/** `fact/severity` taken apart. */
function partsOf(what: string): readonly [kind: string, rest: string] {
  const [kind = '', rest = ''] = what.split(/\/(.*)/);
  return [kind, rest];
}

/** What a conflict is about, in words. */
export function conflictSubject({ what, about }: Named): string {
  const text = en.merge.done;
  const [kind, rest] = partsOf(what);
  const named = visibleText(about ?? rest.slice(0, 8));
  switch (kind) {
    case 'fact':
      return factName(rest);
    case 'correction':
      return text.whatCorrection(named);
    case 'hold':
      return text.whatHold(named);
    case 'custody':
      return text.whatCustody(named);
    case 'seal':
      return text.whatSeal;
    default:
      return kindName(kind);
  }
}

interface Settling {
  readonly label: string;
  readonly start: () => void;
}

/** Where each kind of conflict is settled. */
const PLACES = {
  step: 'plan',
  plan: 'plan',
  deadline: 'plan',
  notice: 'notify',
  'notice-needed': 'notify',
  'wanted-log': 'logs',
  coverage: 'logs',
  rotation: 'logs',
  extent: 'facts',
  seal: 'facts',
  'review-text': 'review',
  'review-item': 'review',
  'review-approval': 'review',
  handover: 'overview',
} as const;

/** How a conflict is settled by an entry, in one press; null where no screen is about it. */
export function settlingOf({ what, about }: Named): Settling | null {
  const text = en.merge.settle;
  const [kind, rest] = partsOf(what);
  switch (kind) {
    case 'fact':
      return {
        label: text.fact,
        start: () => {
          showSection('facts');
          selectFact(rest);
          openStating(rest);
        },
      };
    case 'phase':
      return { label: text.phase, start: () => showPhases(true) };
    case 'correction':
      return {
        label: text.correction,
        start: () => {
          void openEntry(rest).then(async (entry) => {
            if (entry !== null) await openCorrect(entry);
          });
        },
      };
    case 'hold':
    case 'custody':
      return about === null ? null : { label: text.exhibit(about), start: () => showExhibit(about) };
    default: {
      const place = Object.hasOwn(PLACES, kind) ? PLACES[kind as keyof typeof PLACES] : null;
      return place === null ? null : { label: text.see, start: () => showSection(place) };
    }
  }
}
