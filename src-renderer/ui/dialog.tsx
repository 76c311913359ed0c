import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { en } from '../strings/en.ts';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly size?: number;
  readonly children: ReactNode;
}

/** A dialog: keeps the focus inside and gives it back. */
export function Dialog({ title, onClose, size = 480, children }: Props) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      centered
      transitionProps={{ duration: 0 }}
      overlayProps={{ color: 'var(--shade)', backgroundOpacity: 1 }}
      closeButtonProps={{ 'aria-label': en.common.closeEsc }}
    >
      {children}
    </Modal>
  );
}
