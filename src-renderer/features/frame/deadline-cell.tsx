import { useState } from 'react';
import type { DeadlineView } from '../../../src-main/contract/plan.ts';
import { leftWords } from '../../format/left.ts';
import { dueTime } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { useCase, useShownZone } from '../../state/case.ts';
import { askSent, askSuspicion, usePlan } from '../../state/plan.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Ic } from '../../ui/ic.tsx';
import {
  IconAlertOctagon,
  IconAlertTriangle,
  IconCircleCheck,
  IconHourglass,
  IconMail,
} from '../../ui/icons.ts';
import { Popover } from '../../ui/popover.tsx';
import { useSecond } from '../../ui/use-now.ts';
import { useUntil } from '../../ui/use-until.ts';
import { type Look, lookOf, nextOf } from './deadline-look.ts';

const ICONS = {
  calm: IconHourglass,
  soon: IconAlertTriangle,
  late: IconAlertOctagon,
  met: IconCircleCheck,
} as const;

interface WordsProps {
  readonly deadline: DeadlineView;
  readonly look: Look;
  readonly now: Date;
  /** How many others run. */
  readonly more: number;
}

function Words({ deadline, look, now, more }: WordsProps) {
  const zone = useShownZone();
  const text = en.plan.deadline;
  const due = new Date(deadline.due);
  return (
    <>
      <span className="l1">
        <Ic of={ICONS[look]} size={14} />
        <span className="clip">{visibleName(deadline.title)}:</span>{' '}
        <span className="num nowrap">
          {deadline.state === 'running' || deadline.state === 'overdue'
            ? leftWords(due.getTime() - now.getTime())
            : text.states[deadline.state]}
        </span>
      </span>
      <span className="l2 num">
        {text.due(dueTime(due, zone, now))}
        {more > 0 ? <span>{text.more(more)}</span> : null}
      </span>
    </>
  );
}

interface PanelProps {
  readonly deadlines: readonly DeadlineView[];
  readonly onClose: () => void;
}

function DeadlinePanel({ deadlines, onClose }: PanelProps) {
  const now = useSecond();
  const writable = useCase(({ info }) => info !== null && !info.readOnly && !info.sealed);
  const text = en.plan.deadline;
  return (
    <div className="deadline-panel">
      <h2>{text.all}</h2>
      {deadlines.length === 0 ? <p className="t2">{text.noneHint}</p> : null}
      <ul>
        {deadlines.map((deadline) => {
          const look = lookOf(deadline, now.getTime());
          return (
            <li key={deadline.id} className={classNames('deadline-row', look)}>
              <Words deadline={deadline} look={look} now={now} more={0} />
              {writable && deadline.recipient !== null && look !== 'met' ? (
                <Button
                  icon={IconMail}
                  onClick={() => {
                    onClose();
                    askSent(deadline.recipient);
                  }}
                >
                  {text.sent}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
      {writable && deadlines.every(({ recipient }) => recipient === null) ? (
        <Button
          look="primary"
          onClick={() => {
            onClose();
            askSuspicion(true);
          }}
        >
          {text.start}
        </Button>
      ) : null}
    </div>
  );
}

/** What is due next: in words and as a countdown; a press shows all. One that was missed outranks one that comes. */
export function DeadlineCell() {
  const deadlines = usePlan((state) => state.deadlines);
  const loaded = usePlan((state) => state.plan !== null);
  const [opened, setOpened] = useState(false);
  const next = nextOf(deadlines);
  const now = useUntil(next === undefined ? null : Date.parse(next.due));
  const text = en.plan.deadline;
  if (!loaded) return null;
  const look = next === undefined ? 'calm' : lookOf(next, now.getTime());
  const more = deadlines.filter(({ state }) => state === 'running' || state === 'overdue').length - 1;
  return (
    <Popover
      opened={opened}
      onClose={() => setOpened(false)}
      label={text.all}
      width={340}
      target={
        <button
          type="button"
          className={classNames('cell pressable deadline', look)}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          <span className="sr">{text.cell}: </span>
          {next === undefined ? (
            <>
              <span className="l1">
                <Ic of={IconHourglass} size={14} /> {text.none}
              </span>
              <span className="l2">{text.noneHint}</span>
            </>
          ) : (
            <Words deadline={next} look={look} now={now} more={more} />
          )}
        </button>
      }
    >
      <DeadlinePanel deadlines={deadlines} onClose={() => setOpened(false)} />
    </Popover>
  );
}
