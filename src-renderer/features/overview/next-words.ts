import { factName } from '../../format/fact.ts';
import { leftWords } from '../../format/left.ts';
import { count } from '../../format/number.ts';
import { visibleName } from '../../format/visible.ts';
import { en } from '../../strings/en.ts';
import type { IconType } from '../../ui/ic.tsx';
import {
  IconAlertOctagon,
  IconAlertTriangle,
  IconArchive,
  IconArrowsExchange,
  IconCircleDashed,
  IconClockExclamation,
  IconFileSearch,
  IconFingerprint,
  IconGitMerge,
  IconHourglass,
  IconPackage,
  IconScale,
  IconUsers,
} from '../../ui/icons.ts';
import type { NextStep } from './what-is-next.ts';

interface Words {
  readonly icon: IconType;
  /** Shape and word carry it; the colour only repeats it. */
  readonly tone: 'danger' | 'warn' | 'plain';
  readonly title: string;
  readonly hint: string;
  readonly action: string;
}

const phaseNames = (phases: readonly string[]): string =>
  phases.map((phase) => en.caseFrame.phases[phase] ?? visibleName(phase)).join(', ');

const missingNames = (names: readonly string[]): string =>
  names.map((name) => en.intake.missing.names[name] ?? name).join(', ');

/** One thing to do, as it is shown. */
export function nextWords(step: NextStep, now: Date): Words {
  const text = en.overview.next;
  const { action } = text[wordsOf[step.kind]];
  switch (step.kind) {
    case 'changed': {
      const title = text.changed.title(step.exhibits.join(', '));
      return { icon: IconAlertOctagon, tone: 'danger', title, hint: text.changed.hint, action };
    }
    case 'forks': {
      const title = text.forks.title(count(step.entries));
      return { icon: IconGitMerge, tone: 'warn', title, hint: text.forks.hint, action };
    }
    case 'phase-conflict': {
      const { title, hint } = text.phaseConflict;
      return { icon: IconAlertTriangle, tone: 'warn', title, hint: hint(phaseNames(step.phases)), action };
    }
    case 'fact-conflict': {
      const title = text.factConflict.title(factName(step.fact));
      return { icon: IconAlertTriangle, tone: 'warn', title, hint: text.factConflict.hint, action };
    }
    case 'deadline': {
      const left = Date.parse(step.due) - now.getTime();
      const tone = left < 0 ? 'danger' : 'plain';
      return { icon: IconHourglass, tone, title: visibleName(step.title), hint: leftWords(left), action };
    }
    case 'interrupted': {
      const title = text.interrupted.title(count(step.files));
      return { icon: IconPackage, tone: 'warn', title, hint: text.interrupted.hint, action };
    }
    case 'fact': {
      const title = text.fact.title(factName(step.fact));
      return { icon: IconScale, tone: 'plain', title, hint: text.fact.hint(step.others), action };
    }
    case 'first-evidence':
      return { icon: IconPackage, tone: 'plain', ...text.firstEvidence };
    case 'receipt': {
      const title = text.receipt.title(step.exhibit, visibleName(step.from));
      return { icon: IconArrowsExchange, tone: 'plain', title, hint: text.receipt.hint, action };
    }
    case 'missing': {
      const title = text.missing.title(step.exhibit, missingNames(step.names));
      return { icon: IconCircleDashed, tone: 'plain', title, hint: text.missing.hint, action };
    }
    case 'handover': {
      const title = text.handover.title(visibleName(step.to));
      return { icon: IconArrowsExchange, tone: 'warn', title, hint: text.handover.hint, action };
    }
    case 'ended':
      return { icon: IconScale, tone: 'plain', ...text.ended };
    case 'rotation': {
      const words = text.rotation;
      const job = visibleName(step.job);
      const [title, hint] = {
        none: [words.none, words.noneHint] as const,
        open: [words.open(job), words.openHint] as const,
        over: [words.over(job), words.overHint] as const,
      }[step.why];
      return { icon: IconArchive, tone: step.why === 'over' ? 'warn' : 'plain', title, hint, action };
    }
    case 'logs': {
      const title = text.logs.title(step.logs);
      return { icon: IconFileSearch, tone: 'plain', title, hint: text.logs.hint, action };
    }
    case 'confirm': {
      const title = text.confirm.title(step.names.map((name) => visibleName(name)).join(', '));
      return { icon: IconUsers, tone: 'plain', title, hint: text.confirm.hint, action };
    }
    case 'clock':
      return { icon: IconClockExclamation, tone: 'plain', ...text.clock };
    case 'witness': {
      const hint = step.since === null ? text.witness.never : text.witness.since(count(step.since));
      return { icon: IconFingerprint, tone: 'plain', title: text.witness.title, hint, action };
    }
  }
}

const wordsOf = {
  changed: 'changed',
  forks: 'forks',
  'phase-conflict': 'phaseConflict',
  'fact-conflict': 'factConflict',
  deadline: 'deadline',
  interrupted: 'interrupted',
  fact: 'fact',
  'first-evidence': 'firstEvidence',
  receipt: 'receipt',
  missing: 'missing',
  handover: 'handover',
  ended: 'ended',
  rotation: 'rotation',
  logs: 'logs',
  confirm: 'confirm',
  clock: 'clock',
  witness: 'witness',
} as const satisfies Record<NextStep['kind'], keyof typeof en.overview.next>;
