import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

interface Props {
  readonly tone?: 'neutral' | 'ok' | 'warn' | 'danger' | 'accent';
  readonly children: ReactNode;
}

export function Chip({ tone = 'neutral', children }: Props) {
  return <span className={classNames('chip', tone !== 'neutral' && tone)}>{children}</span>;
}

/** An exhibit, always in this form: `EV-003`. */
export function ExhibitChip({ exhibit }: { readonly exhibit: string }) {
  return <span className="chip ex">{exhibit}</span>;
}
