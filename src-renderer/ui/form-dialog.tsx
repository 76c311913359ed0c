import type { KeyboardEvent, ReactNode, SubmitEvent } from 'react';
import type { ErrorData } from '../../src-main/contract/error.ts';
import { errorWords } from '../format/error-words.ts';
import { en } from '../strings/en.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { ErrorCode } from './error-code.tsx';
import { Notice } from './notice.tsx';

interface Props {
  readonly title: string;
  /** The verb of the one main button. */
  readonly action: string;
  readonly danger?: boolean;
  /** False while something that is needed is missing. */
  readonly ready: boolean;
  readonly busy: boolean;
  readonly error: ErrorData | null;
  readonly failed: string;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form in a dialog. It stays open, with all that was typed, until what it asks for is done. */
export function FormDialog({
  title,
  action,
  danger = false,
  ready,
  busy,
  error,
  failed,
  onSubmit,
  onClose,
  children,
}: Props) {
  const send = (): void => {
    if (ready && !busy) onSubmit();
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    send();
  };
  const key = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  };
  return (
    <Dialog title={title} onClose={onClose} size={520}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter sends from any field */}
      <form className="form-dialog" onSubmit={submit} onKeyDown={key} noValidate aria-label={title}>
        {children}
        {error === null ? null : (
          <Notice tone="danger" role="alert" title={failed}>
            {errorWords(error)} <ErrorCode code={error.code} />
          </Notice>
        )}
        <div className="row">
          <Button type="submit" look={danger ? 'danger' : 'primary'} aria-disabled={!ready || busy}>
            {action}
          </Button>
          <Button look="quiet" keys={['Esc']} onClick={onClose}>
            {en.common.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
