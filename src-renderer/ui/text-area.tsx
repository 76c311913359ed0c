import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly help?: ReactNode;
  readonly error?: ReactNode;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
  readonly readOnly?: boolean;
}

/** Several lines of text that grow with what is typed. */
export function TextArea({ onChange, help, error, required, autoFocus, ...rest }: Props) {
  return (
    <Textarea
      {...rest}
      onChange={(event) => onChange(event.currentTarget.value)}
      description={help}
      error={error}
      required={required === true}
      withAsterisk={false}
      {...(autoFocus === true ? { 'data-autofocus': true } : {})}
      rows={2}
      dir="auto"
      className="field-area"
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      autoComplete="off"
      spellCheck={false}
    />
  );
}
