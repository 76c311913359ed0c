import { visibleName } from '../../format/visible.ts';
import { useCase } from '../../state/case.ts';
import { askToLock } from '../../state/lock.ts';
import { en } from '../../strings/en.ts';
import { Ic } from '../../ui/ic.tsx';
import { IconLock } from '../../ui/icons.ts';
import { ClockCell } from './clock-cell.tsx';
import { DeadlineCell } from './deadline-cell.tsx';
import { PhaseCell } from './phase-cell.tsx';
import { RecordCell, type RecordWays } from './record-cell.tsx';
import { Severity } from './severity.tsx';

function TitleCell() {
  const info = useCase((state) => state.info);
  if (info === null) return null;
  const marks = [
    ...(info.readOnly ? [en.caseFrame.readOnly] : []),
    ...(info.practice ? [en.caseFrame.practice] : []),
  ];
  const title = visibleName(info.title);
  return (
    <div className="cell title">
      <span className="l1" title={title} dir="auto">
        {title}
      </span>
      <span className="l2">
        <span className="mono clip" title={info.path}>
          {visibleName(info.path.split(/[\\/]/).at(-1) ?? '')}
        </span>
        <Severity />
        {marks.map((mark) => (
          <span key={mark} className="warn-text nowrap">
            {mark}
          </span>
        ))}
      </span>
    </div>
  );
}

/** Title, phase, clock, state of the record, lock. */
export function TopBar({ onEvidence, onWitness }: RecordWays) {
  return (
    <header className="topbar" data-region>
      <TitleCell />
      <PhaseCell />
      <DeadlineCell />
      <ClockCell />
      <RecordCell onEvidence={onEvidence} onWitness={onWitness} />
      <div className="cell lockcell">
        <button
          type="button"
          className="btn quiet"
          aria-label={en.caseFrame.lockLabel}
          title={en.caseFrame.lockLabel}
          onClick={askToLock}
        >
          <Ic of={IconLock} />
          <span className="hide-narrow">{en.caseFrame.lock}</span>
        </button>
      </div>
    </header>
  );
}
