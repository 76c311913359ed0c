import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { en } from '../strings/en.ts';
import { useEscape } from './use-escape.ts';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly size?: number;
  readonly children: ReactNode;
}

/**
 * A dialog: keeps the focus inside and gives it back. Put together from parts, because the ready-made one has
 * a `header` element, which a screen reader takes for a second banner of the page.
 */
export function Dialog({ title, onClose, size = 480, children }: Props) {
  useEscape(onClose);
  return (
    <Modal.Root
      opened
      closeOnEscape={false}
      onClose={onClose}
      size={size}
      centered
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay color="var(--shade)" backgroundOpacity={1} />
      <Modal.Content>
        <div className="dialog-head">
          <Modal.Title>{title}</Modal.Title>
          <Modal.CloseButton aria-label={en.common.closeEsc} />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
