import type { KeyboardEvent } from 'react';
import type { NoticeRecipient } from '../../../src-main/contract/notice.ts';
import { visibleName } from '../../format/visible.ts';
import { useShownZone } from '../../state/case.ts';
import { openNotifyForm, selectRecipient } from '../../state/notify.ts';
import { usePlan } from '../../state/plan.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Ic, type IconType } from '../../ui/ic.tsx';
import {
  IconAlertOctagon,
  IconAlertTriangle,
  IconCircle,
  IconCircleCheck,
  IconCircleMinus,
  IconHelpCircle,
  IconHourglass,
  IconPlus,
} from '../../ui/icons.ts';
import { useMinute } from '../../ui/use-now.ts';
import { type RecipientLook, recipientState } from './recipient-state.ts';

const ICONS: Readonly<Record<RecipientLook, IconType>> = {
  told: IconCircleCheck,
  declined: IconCircleMinus,
  late: IconAlertOctagon,
  soon: IconAlertTriangle,
  running: IconHourglass,
  open: IconCircle,
  unknown: IconHelpCircle,
};

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Up and Down go from one to the next. */
function move(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  if (step === undefined) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('.recipient')];
  const next = all[all.indexOf(document.activeElement as HTMLElement) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
  next.click();
}

interface Props {
  readonly recipients: readonly NoticeRecipient[];
  readonly shown: string | null;
  readonly writable: boolean;
}

/** Everybody who can be told, each with how it stands. */
export function RecipientList({ recipients, shown, writable }: Props) {
  const deadlines = usePlan((state) => state.deadlines);
  const zone = useShownZone();
  const now = useMinute();
  return (
    <div className="recipients" data-region>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrow keys between the buttons in it */}
      <ul aria-label={en.notify.recipients} onKeyDown={move}>
        {recipients.map((recipient) => {
          const { id, title } = recipient;
          const deadline = deadlines.find((one) => one.recipient === id);
          const { look, words } = recipientState(recipient, deadline, zone, now);
          return (
            <li key={id} data-plan-id={id}>
              <button
                type="button"
                className={classNames('recipient', look)}
                aria-current={id === shown ? 'true' : undefined}
                onClick={() => selectRecipient(id)}
              >
                <span className="b">{visibleName(title)}</span>
                <span className="recipient-state num">
                  <Ic of={ICONS[look]} size={14} /> {words}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {writable ? (
        <Button look="quiet" icon={IconPlus} onClick={() => openNotifyForm('add')}>
          {en.notify.add}
        </Button>
      ) : null}
    </div>
  );
}
