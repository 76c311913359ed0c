import { type ReactNode, useState } from 'react';
import type { ErrorData } from '../../src-main/contract/error.ts';
import { FormDialog } from './form-dialog.tsx';
import { TextField } from './text-field.tsx';
import { useSubmit } from './use-submit.ts';

interface Props {
  readonly title: string;
  /** The verb of the one main button. */
  readonly action: string;
  readonly danger?: boolean;
  readonly failed: string;
  /** Label and example of the reason. */
  readonly why: string;
  readonly whyExample: string;
  readonly work: (why: string) => Promise<ErrorData | null>;
  readonly onClose: () => void;
  /** What it means, before the reason is asked. */
  readonly children: ReactNode;
}

/** Something that is done for a reason, which goes into the record with it. */
export function WhyDialog({
  title,
  action,
  danger,
  failed,
  why: label,
  whyExample,
  work,
  onClose,
  children,
}: Props) {
  const [why, setWhy] = useState('');
  const { busy, error, submit } = useSubmit(async () => work(why.trim()), onClose);
  return (
    <FormDialog
      title={title}
      action={action}
      danger={danger ?? false}
      ready={why.trim() !== ''}
      busy={busy}
      error={error}
      failed={failed}
      onSubmit={submit}
      onClose={onClose}
    >
      {children}
      <TextField label={label} value={why} onChange={setWhy} placeholder={whyExample} required autoFocus />
    </FormDialog>
  );
}
