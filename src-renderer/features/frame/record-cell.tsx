import { useState } from 'react';
import { useCase } from '../../state/case.ts';
import { changedExhibits } from '../../state/changed-exhibits.ts';
import { useEvidence } from '../../state/evidence.ts';
import { checkRecord, useRecord } from '../../state/record.ts';
import { en } from '../../strings/en.ts';
import { classNames } from '../../ui/class-names.ts';
import { Ic, type IconType } from '../../ui/ic.tsx';
import { IconAlertOctagon, IconAlertTriangle, IconShieldCheck, IconShieldQuestion } from '../../ui/icons.ts';
import { Popover } from '../../ui/popover.tsx';
import { useMinute } from '../../ui/use-now.ts';
import { RecordPanel } from './record-panel.tsx';
import { recordLook, type RecordLook } from './record-state.ts';

const ICONS: Readonly<Record<RecordLook['tone'], IconType>> = {
  plain: IconShieldQuestion,
  ok: IconShieldCheck,
  warn: IconAlertTriangle,
  danger: IconAlertOctagon,
};

/** Where the panel leads. */
export interface RecordWays {
  readonly onEvidence: () => void;
  readonly onWitness: () => void;
}

/** The state of the record, always in sight. A press checks it again and shows the result. */
export function RecordCell({ onEvidence, onWitness }: RecordWays) {
  const [opened, setOpened] = useState(false);
  const now = useMinute();
  const facts = useRecord();
  const zone = useCase((state) => state.info?.zone ?? 'UTC');
  const entries = useCase((state) => state.info?.entries ?? 0);
  const changed = useEvidence((state) => changedExhibits(state.exhibits).length);
  const look = recordLook({ ...facts, entries, changed, zone, now });

  const press = (): void => {
    if (opened) {
      setOpened(false);
      return;
    }
    setOpened(true);
    void checkRecord(false);
  };
  return (
    <Popover
      opened={opened}
      onClose={() => setOpened(false)}
      label={en.caseFrame.record.panel}
      target={
        <button
          type="button"
          className={classNames('cell record', look.tone)}
          aria-expanded={opened}
          onClick={press}
        >
          <span className="l1">
            <Ic of={ICONS[look.tone]} size={14} />
            <span className="sr">{en.caseFrame.record.name} </span>
            {look.title}
          </span>
          <span className="l2 num">
            <span className="clip">{look.hint}</span>
            <span className="sr">{en.caseFrame.record.press}</span>
          </span>
        </button>
      }
    >
      <RecordPanel
        onEvidence={onEvidence}
        onWitness={onWitness}
        changed={changed}
        onClose={() => setOpened(false)}
      />
    </Popover>
  );
}
