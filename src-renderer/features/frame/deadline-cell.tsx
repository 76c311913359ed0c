import { useState } from 'react';
import type { DeadlineView } from '../../../src-main/contract/plan.ts';
import { type Look, lookOf, nextOf } from '../../format/deadline-look.ts';
import { leftWords } from '../../format/left.ts';
import { dueTime } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { useCase, useShownZone } from '../../state/case.ts';
import { showNotice } from '../../state/notify.ts';
import { askOwn, askSent, askSuspicion, usePlan } from '../../state/plan.ts';
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
  IconPlus,
} from '../../ui/icons.ts';
import { Popover } from '../../ui/popover.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { useSecond } from '../../ui/use-now.ts';
import { useUntil } from '../../ui/use-until.ts';

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
  readonly narrow?: boolean;
}

function Words({ deadline, look, now, more, narrow = false }: WordsProps) {
  const zone = useShownZone();
  const text = en.plan.deadline;
  const due = new Date(deadline.due);
  const left =
    deadline.state === 'running' || deadline.state === 'overdue'
      ? leftWords(due.getTime() - now.getTime())
      : text.states[deadline.state];
  // Where there is no room for both in one line, what it is must not be cut for when it is.
  if (narrow) {
    return (
      <>
        <span className="l1">
          <Ic of={ICONS[look]} size={14} />
          <span className="clip">{visibleName(deadline.title)}</span>
        </span>
        <span className="l2 num" title={text.due(dueTime(due, zone, now))}>
          <b className="nowrap">{left}</b>
          {more > 0 ? <span>{text.more(more)}</span> : null}
        </span>
      </>
    );
  }
  return (
    <>
      <span className="l1">
        <Ic of={ICONS[look]} size={14} />
        <span className="clip">{visibleName(deadline.title)}:</span>{' '}
        <span className="num nowrap">{left}</span>
      </span>
      <span className="l2 num">
        {text.due(dueTime(due, zone, now))}
        {more > 0 ? <span>{text.more(more)}</span> : null}
      </span>
    </>
  );
}

interface WaysProps {
  readonly deadline: DeadlineView;
  readonly onClose: () => void;
}

/** What ends a deadline: somebody is told, or it is met or given up where it is one's own. */
function Ways({ deadline, onClose }: WaysProps) {
  const text = en.plan.deadline;
  const { recipient, own } = deadline;
  const go = (work: () => void) => (): void => {
    onClose();
    work();
  };
  if (recipient !== null) {
    return (
      <span className="row">
        <Button onClick={go(() => showNotice(recipient))}>{text.open}</Button>
        <Button icon={IconMail} onClick={go(() => askSent(recipient))}>
          {text.sent}
        </Button>
      </span>
    );
  }
  if (!own) return null;
  return (
    <span className="row">
      <Button icon={IconCircleCheck} onClick={go(() => askOwn({ kind: 'met', deadline }))}>
        {text.met}
      </Button>
      <Button look="quiet" onClick={go(() => askOwn({ kind: 'void', deadline }))}>
        {text.void}
      </Button>
    </span>
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
            <li key={deadline.id} className={classNames('deadline-row', look)} data-plan-id={deadline.id}>
              <Words deadline={deadline} look={look} now={now} more={0} />
              {writable && look !== 'met' ? <Ways deadline={deadline} onClose={onClose} /> : null}
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
      {writable ? (
        <Button
          look="quiet"
          icon={IconPlus}
          onClick={() => {
            onClose();
            askOwn({ kind: 'set' });
          }}
        >
          {text.set}
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
  const narrow = useMedia('(max-width: 1120px)');
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
            <Words deadline={next} look={look} now={now} more={more} narrow={narrow} />
          )}
        </button>
      }
    >
      <DeadlinePanel deadlines={deadlines} onClose={() => setOpened(false)} />
    </Popover>
  );
}
