import type { ReactNode } from 'react';
import { Ic, type IconType } from './ic.tsx';

interface Props {
  readonly icon: IconType;
  readonly title: string;
  readonly hint?: string;
  readonly children?: ReactNode;
}

/** Nothing there yet: an icon, one sentence, and what ends the emptiness. */
export function Empty({ icon, title, hint, children }: Props) {
  return (
    <div className="empty">
      <Ic of={icon} size={28} />
      <p className="empty-title">{title}</p>
      {hint === undefined ? null : <p className="empty-hint">{hint}</p>}
      {children === undefined ? null : <div className="empty-actions">{children}</div>}
    </div>
  );
}
