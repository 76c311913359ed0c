import { Modal } from '@mantine/core';
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { en } from '../strings/en.ts';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly size?: number;
  readonly children: ReactNode;
}

/** Dialogs in the order in which they came up: Escape is for the last one, and for nothing behind it. */
const open: symbol[] = [];

function useEscape(onClose: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent, own: symbol) => {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented || open.at(-1) !== own) return;
    event.preventDefault();
    onClose();
  });
  useEffect(() => {
    const own = Symbol('dialog');
    open.push(own);
    const listener = (event: KeyboardEvent): void => onKey(event, own);
    window.addEventListener('keydown', listener, true);
    return () => {
      open.splice(open.indexOf(own), 1);
      window.removeEventListener('keydown', listener, true);
    };
  }, []);
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
