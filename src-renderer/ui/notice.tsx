import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Ic, type IconType } from './ic.tsx';
import { IconAlertOctagon, IconAlertTriangle, IconCircleCheck, IconInfoCircle } from './icons.ts';

export type NoticeTone = 'info' | 'ok' | 'warn' | 'danger';

const ICONS: Readonly<Record<NoticeTone, IconType>> = {
  info: IconInfoCircle,
  ok: IconCircleCheck,
  warn: IconAlertTriangle,
  danger: IconAlertOctagon,
};

interface Props {
  readonly tone: NoticeTone;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** `alert` interrupts a screen reader: only for what must not wait. */
  readonly role?: 'alert' | 'status' | 'note';
  readonly className?: string;
  readonly icon?: IconType;
}

/** Something that stays on screen until it is settled: what happened, what was not touched, what to do. */
export function Notice({ tone, title, children, actions, role = 'note', className, icon }: Props) {
  return (
    <div className={classNames('notice', tone, className)} role={role}>
      <Ic of={icon ?? ICONS[tone]} />
      <div className="notice-text">
        <b>{title}</b> {children}
      </div>
      {actions === undefined ? null : <div className="notice-actions">{actions}</div>}
    </div>
  );
}
