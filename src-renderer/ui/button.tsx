import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Ic, type IconType } from './ic.tsx';
import { Kbd } from './kbd.tsx';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  readonly look?: 'plain' | 'primary' | 'quiet' | 'danger';
  readonly big?: boolean;
  readonly icon?: IconType;
  readonly keys?: readonly string[];
  readonly children?: ReactNode;
}

/** A button. `aria-disabled` instead of `disabled`, so that it keeps its place in the focus order. */
export function Button({
  look = 'plain',
  big = false,
  icon,
  keys,
  children,
  className,
  ...rest
}: ButtonProps) {
  const only = children === undefined;
  return (
    <button
      type="button"
      {...rest}
      className={classNames('btn', look !== 'plain' && look, big && 'big', only && 'icon', className)}
    >
      {icon === undefined ? null : <Ic of={icon} />}
      {children}
      {keys?.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
    </button>
  );
}
