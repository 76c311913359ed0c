import { TextInput } from '@mantine/core';
import type { ReactNode, Ref } from 'react';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly help?: ReactNode;
  readonly error?: ReactNode;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
  readonly placeholder?: string;
  readonly large?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A line of text: label above, help and error below. Nothing is sent to a spelling service. */
export function TextField({
  onChange,
  help,
  error,
  required,
  large,
  autoFocus,
  placeholder,
  ref,
  ...rest
}: Props) {
  return (
    <TextInput
      {...rest}
      {...(ref === undefined ? {} : { ref })}
      {...(placeholder === undefined ? {} : { placeholder })}
      onChange={(event) => onChange(event.currentTarget.value)}
      description={help}
      error={error}
      required={required === true}
      withAsterisk={false}
      autoFocus={autoFocus === true}
      {...(autoFocus === true ? { 'data-autofocus': true } : {})}
      className={large === true ? 'field-large' : ''}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      autoComplete="off"
      spellCheck={false}
    />
  );
}
