import { type KeyboardEvent, type ReactNode, type SubmitEvent, useEffect, useRef } from 'react';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import { errorWords } from '../../format/error-words.ts';
import { openForm } from '../../state/evidence.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { IconX } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';

interface Props {
  readonly title: string;
  readonly submit: string;
  readonly dangerous?: boolean;
  readonly saving: boolean;
  readonly error: ErrorData | null;
  /** What was not touched, behind an error. */
  readonly failedHint: string;
  readonly onSubmit: () => Promise<void>;
  readonly children: ReactNode;
  /** Below the fields: what will be recorded. */
  readonly preview?: string;
  /** How it is closed, where it is about no exhibit. */
  readonly onClose?: () => void;
  /** Everything has a sensible start: Enter is enough. */
  readonly startAtSubmit?: boolean;
}

const closeForm = (): void => openForm(null);

/** A form about evidence, as a pane beside table and line. Esc closes it. */
export function SideForm(props: Props) {
  const { title, submit, dangerous = false, saving, error, failedHint, onSubmit, children, preview } = props;
  const { onClose = closeForm, startAtSubmit = false } = props;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const first = startAtSubmit ? '[type="submit"]' : 'input';
    const enter = (): void => {
      // Whoever is in another field already stays there.
      if (form.current?.contains(document.activeElement) === true) return;
      form.current?.querySelector<HTMLElement>(first)?.focus({ preventScroll: true });
    };
    enter();
    // A menu that opened it gives the focus back to nowhere when it closes, after the first field had it.
    const timer = setTimeout(enter, 60);
    return () => clearTimeout(timer);
  }, [startAtSubmit]);
  const submitted = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!saving) void onSubmit();
  };
  const onKeyDown = (pressed: KeyboardEvent<HTMLFormElement>): void => {
    if (pressed.key !== 'Escape') return;
    pressed.preventDefault();
    onClose();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc closes the pane from any field
    <form
      ref={form}
      className="custody-form"
      data-region
      aria-label={title}
      onSubmit={submitted}
      onKeyDown={onKeyDown}
      noValidate
    >
      <div className="row">
        <h3>{title}</h3>
        <Button
          look="quiet"
          className="right"
          icon={IconX}
          aria-label={en.common.closeEsc}
          onClick={onClose}
        />
      </div>
      {children}
      {error === null ? null : (
        <Notice tone="danger" role="alert" title={en.evidence.handOver.failed}>
          {errorWords(error)} {failedHint} <ErrorCode code={error.code} />
        </Notice>
      )}
      {preview === undefined || preview === '' ? null : (
        <p className="t2" role="status">
          {preview}
        </p>
      )}
      <div className="row side-foot">
        <Button
          type="submit"
          look={dangerous ? 'danger' : 'primary'}
          keys={dangerous ? [] : ['Enter']}
          aria-disabled={saving}
        >
          {submit}
        </Button>
        <Button look="quiet" keys={['Esc']} onClick={onClose}>
          {en.common.cancel}
        </Button>
      </div>
    </form>
  );
}
