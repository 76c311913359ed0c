import { phases } from '../../../src-main/domain/phase.ts';
import { useCase } from '../../state/case.ts';
import { showPhases, useCourse } from '../../state/course.ts';
import { visibleName } from '../../format/visible.ts';
import { en } from '../../strings/en.ts';
import { classNames } from '../../ui/class-names.ts';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertTriangle, IconHelpCircle } from '../../ui/icons.ts';
import { Popover } from '../../ui/popover.tsx';
import { PhasePanel } from './phase-panel.tsx';

const nameOf = (phase: string): string => en.caseFrame.phases[phase] ?? phase;

function Bars({ at }: { readonly at: number }) {
  return (
    <span className="phases" aria-hidden="true">
      {phases.map((step, index) => (
        <i key={step} className={classNames(index < at && 'done', index === at && 'now')} />
      ))}
    </span>
  );
}

/** Where the incident stands in the plan's five phases. A press changes it. */
export function PhaseCell() {
  const phase = useCase((state) => state.info?.phase ?? '');
  const standing = useCase((state) => state.info?.phases);
  const unsure = useCase((state) => state.info?.phaseUnsure);
  const fixed = useCase((state) => state.info === null || state.info.readOnly || state.info.sealed);
  const opened = useCourse((state) => state.phases);
  if (phase === '') return null;
  const at = phases.findIndex((name) => name === phase);
  const several = standing !== undefined && standing.length > 1 ? standing.map(nameOf).join(' | ') : null;
  const content = (
    <>
      <span className="l1">
        <span className="sr">{en.facts.phase.name} </span>
        {several === null ? (
          <>
            {nameOf(phase)}{' '}
            <span className="phase-of">{at === -1 ? '' : en.caseFrame.phaseOf(at + 1, phases.length)}</span>
            {unsure === undefined || unsure.length === 0 ? null : (
              <span
                className="warn-text"
                title={en.facts.phase.unsure(unsure.map((who) => visibleName(who)))}
              >
                <Ic of={IconHelpCircle} size={14} />
                <span className="sr">{en.facts.phase.unsure(unsure)}</span>
              </span>
            )}
          </>
        ) : (
          <span className="warn-text clip phase-several" title={several}>
            <Ic of={IconAlertTriangle} size={14} />
            <span className="sr">{en.facts.conflict}: </span> {several}
          </span>
        )}
      </span>
      <Bars at={at} />
    </>
  );
  if (fixed) {
    return <div className="cell">{content}</div>;
  }
  return (
    <Popover
      opened={opened}
      onClose={() => showPhases(false)}
      label={en.facts.phase.change}
      width={320}
      target={
        <button
          type="button"
          className="cell pressable"
          aria-expanded={opened}
          onClick={() => showPhases(!opened)}
        >
          {content}
          <span className="sr">{en.facts.phase.press}</span>
        </button>
      }
    >
      <PhasePanel
        current={several === null ? phase : ''}
        conflict={several}
        onClose={() => showPhases(false)}
      />
    </Popover>
  );
}
