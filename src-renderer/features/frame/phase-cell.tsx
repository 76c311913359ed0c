import { useCase } from '../../state/case.ts';
import { en } from '../../strings/en.ts';
import { classNames } from '../../ui/class-names.ts';

const PHASES = ['preparation', 'identification', 'containment', 'eradication', 'review'] as const;

/** Where the incident stands in the plan's five phases. */
export function PhaseCell() {
  const phase = useCase((state) => state.info?.phase ?? '');
  const at = PHASES.findIndex((name) => name === phase);
  const name = en.caseFrame.phases[phase] ?? phase;
  if (at === -1) {
    return name === '' ? null : (
      <div className="cell">
        <span className="l1">{name}</span>
      </div>
    );
  }
  return (
    <div className="cell" role="group" aria-label={en.caseFrame.phaseLabel(name, at + 1, PHASES.length)}>
      <span className="l1">
        {name} <span className="phase-of">{en.caseFrame.phaseOf(at + 1, PHASES.length)}</span>
      </span>
      <span className="phases" aria-hidden="true">
        {PHASES.map((step, index) => (
          <i key={step} className={classNames(index < at && 'done', index === at && 'now')} />
        ))}
      </span>
    </div>
  );
}
