import type { ComponentType } from 'react';

export type IconType = ComponentType<{
  readonly size?: string | number;
  readonly stroke?: string | number;
  readonly className?: string;
  readonly 'aria-hidden'?: boolean;
}>;

interface Props {
  readonly of: IconType;
  readonly size?: 12 | 14 | 16 | 18 | 20 | 28 | 40;
  readonly className?: string | undefined;
}

/** A decorative icon in the design's sizes; the word beside it says what it means. */
export function Ic({ of: Icon, size = 16, className }: Props) {
  const stroke = size >= 28 ? 1.5 : size === 12 ? 2.4 : 1.75;
  return (
    <Icon
      size={size}
      stroke={stroke}
      aria-hidden
      className={className === undefined ? 'ic' : `ic ${className}`}
    />
  );
}
