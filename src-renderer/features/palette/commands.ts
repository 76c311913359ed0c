import type { ErrorData } from '../../../src-main/contract/error.ts';
import { phases } from '../../../src-main/domain/phase.ts';
import { lookOf } from '../../format/deadline-look.ts';
import { visibleName } from '../../format/visible.ts';
import { type Section, setZoneMode, showSection, useCase } from '../../state/case.ts';
import { runCommand } from '../../state/commands.ts';
import { enterPhase, openCourseForm, openStating, recordPresence } from '../../state/course.ts';
import { openIntake, saveForm, useEvidence, verifyExhibits } from '../../state/evidence.ts';
import { askExtent } from '../../state/extent.ts';
import { openHandover, useHandover, waitingHandover } from '../../state/handover.ts';
import { chooseEvidence } from '../../state/intake.ts';
import { chooseLogs } from '../../state/log-intake.ts';
import { openLogForm } from '../../state/logs.ts';
import { showTask } from '../../state/merge.ts';
import { showNotice } from '../../state/notify.ts';
import { askGate, askSuspicion, gateBefore, openPlanForm, usePlan } from '../../state/plan.ts';
import { checkRecord } from '../../state/record.ts';
import { sections } from '../../state/sections.ts';
import { showKeys } from '../../state/session.ts';
import { chooseTimeline } from '../../state/timeline-import.ts';
import { en } from '../../strings/en.ts';

/** Something that can be done from anywhere in the case. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** Words under which people look for it as well. */
  readonly also?: string;
  readonly keys?: string;
  /** Answers with what went wrong, where the thing itself is done at once. */
  readonly run: () => void | Promise<ErrorData | null>;
}

/** @param section where the work goes on */
const at = (section: Section, work: () => void) => (): void => {
  showSection(section);
  work();
};

function places(): readonly Command[] {
  return sections()
    .filter(({ section }) => section !== 'settings')
    .map(({ section, name, keyName }) => ({
      id: `go-${section}`,
      label: en.palette.go(name),
      keys: en.caseFrame.ctrl(keyName),
      ...(section === 'preparation' ? { also: en.palette.preparationAlso } : {}),
      run: () => showSection(section),
    }));
}

function writing(): readonly Command[] {
  const text = en.palette;
  const info = useCase.getState().info;
  const here = useCase.getState().author?.name;
  return [
    { id: 'call', label: text.call, also: text.callAlso, run: () => openCourseForm('call') },
    { id: 'add', label: text.addEvidence, run: at('evidence', () => void chooseEvidence('files')) },
    { id: 'add-folder', label: text.addFolder, run: at('evidence', () => void chooseEvidence('folders')) },
    { id: 'import', label: text.importTimeline, run: at('timeline', () => void chooseTimeline()) },
    { id: 'thing', label: text.thing, run: at('evidence', () => openIntake({ kind: 'thing' })) },
    { id: 'fact', label: text.fact, run: at('facts', () => openStating('')) },
    ...phases
      .filter((phase) => phase !== info?.phase)
      .map((phase): Command => {
        const name = en.caseFrame.phases[phase] ?? phase;
        const run = async () => {
          if (gateBefore(usePlan.getState(), phase).length === 0) {
            return enterPhase(phase, '', en.facts.phase.done(name));
          }
          askGate({ phase, why: '' });
          return null;
        };
        return { id: `phase-${phase}`, label: text.phase(name), run };
      }),
    { id: 'suspicion', label: text.suspicion, also: text.suspicionAlso, run: () => askSuspicion(true) },
    { id: 'step', label: text.step, run: at('plan', () => openPlanForm('add')) },
    { id: 'add-logs', label: text.addLogs, also: text.addLogsAlso, run: at('logs', () => void chooseLogs()) },
    {
      id: 'cover',
      label: text.cover,
      also: text.coverAlso,
      run: at('logs', () => openLogForm({ kind: 'cover', source: '', host: '' })),
    },
    {
      id: 'rotation',
      label: text.rotation,
      run: at('logs', () => openLogForm({ kind: 'rotation', event: 'stopped', job: '' })),
    },
    { id: 'handover', label: text.handover, also: text.handoverAlso, run: () => openHandover('give') },
    ...(waitingHandover(useHandover.getState()) === undefined
      ? []
      : [{ id: 'accept', label: text.accept, run: () => openHandover('accept') }]),
    { id: 'extent', label: text.extent, run: at('facts', () => askExtent({ of: 'systems', item: '' })) },
    { id: 'clock', label: text.clock, run: () => openCourseForm('clock') },
    ...(here === undefined
      ? []
      : [
          { id: 'came', label: text.came, run: async () => recordPresence({ here: true }) },
          { id: 'leave', label: text.leave, run: async () => recordPresence({ here: false }) },
        ]),
    { id: 'seal', label: text.seal, run: () => openCourseForm('seal') },
  ];
}

function evidence(): readonly Command[] {
  const text = en.palette;
  const exhibits = useEvidence.getState().exhibits.map(({ exhibit }) => exhibit);
  if (exhibits.length === 0) return [];
  const verify = at('evidence', () => void verifyExhibits(exhibits));
  return [
    ...(useCase.getState().info?.readOnly === true
      ? []
      : [{ id: 'verify-evidence', label: text.verifyEvidence, run: verify }]),
    { id: 'print-forms', label: text.printForms, run: () => void saveForm('all') },
  ];
}

/** Who has to be told within two hours, or should have been: the first thing that is offered. */
function urgent(now: number): readonly Command[] {
  return usePlan.getState().deadlines.flatMap((deadline): Command[] => {
    const { recipient, title, id } = deadline;
    const look = lookOf(deadline, now);
    if (recipient === null || (look !== 'soon' && look !== 'late')) return [];
    return [{ id: `tell-${id}`, label: visibleName(title), run: () => showNotice(recipient) }];
  });
}

/** Everything that can be done now. @param now ms since 1970 UTC */
export function commands(now: number): readonly Command[] {
  const text = en.palette;
  const { info, zoneMode } = useCase.getState();
  const writable = info !== null && !info.readOnly && !info.sealed;
  const unseal: Command = { id: 'unseal', label: text.unseal, run: () => openCourseForm('unseal') };
  return [
    ...urgent(now),
    ...places(),
    ...(writable ? writing() : []),
    ...(info?.sealed === true && !info.readOnly ? [unseal] : []),
    ...evidence(),
    { id: 'check', label: text.check, also: text.checkAlso, run: () => void checkRecord(false) },
    { id: 'copy', label: text.copy, run: at('share', () => showTask('copy')) },
    {
      id: 'report',
      label: text.report,
      also: text.reportAlso,
      run: at('share', () => showTask('report')),
    },
    { id: 'owner', label: text.owner, also: text.ownerAlso, run: () => showSection('owner') },
    { id: 'merge', label: text.merge, run: at('share', () => showTask('merge')) },
    { id: 'compare', label: text.compare, run: at('share', () => showTask('compare')) },
    {
      id: 'zone',
      label: zoneMode === 'utc' ? text.zoneCase(info?.zone ?? 'UTC') : text.zoneUtc,
      run: () => setZoneMode(zoneMode === 'utc' ? 'case' : 'utc'),
    },
    {
      id: 'settings',
      label: text.settings,
      keys: en.caseFrame.ctrl(','),
      run: () => showSection('settings'),
    },
    { id: 'keys', label: text.keys, keys: '?', run: () => showKeys(true) },
    { id: 'lock', label: text.lock, keys: en.caseFrame.ctrl('L'), run: () => void runCommand('lock') },
    { id: 'new', label: text.newCase, keys: en.caseFrame.ctrl('N'), run: () => void runCommand('new') },
    { id: 'open', label: text.openCase, keys: en.caseFrame.ctrl('O'), run: () => void runCommand('open') },
  ];
}
