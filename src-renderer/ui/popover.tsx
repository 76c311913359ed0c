import { Popover as MantinePopover } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { useEscape } from './use-escape.ts';

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly label: string;
  readonly target: ReactElement;
  readonly width?: number;
  readonly children: ReactNode;
}

/** A panel at a control; Esc or a click elsewhere closes it. */
export function Popover({ opened, onClose, label, target, width = 380, children }: Props) {
  useEscape(onClose, opened);
  return (
    <MantinePopover
      opened={opened}
      onChange={(open) => (open ? undefined : onClose())}
      position="bottom-end"
      width={width}
      trapFocus={false}
      returnFocus
      withRoles={false}
      closeOnEscape={false}
      transitionProps={{ duration: 0 }}
    >
      <MantinePopover.Target>{target}</MantinePopover.Target>
      <MantinePopover.Dropdown aria-label={label} role="dialog">
        {children}
      </MantinePopover.Dropdown>
    </MantinePopover>
  );
}
