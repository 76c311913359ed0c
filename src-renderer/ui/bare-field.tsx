import { TextInput } from '@mantine/core';

interface Props {
  /** For whoever does not see the heading of the column. */
  readonly label: string;
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** A short text in a table, where the head of the column is its label. */
export function BareField({ label, value, error, onChange }: Props) {
  return (
    <TextInput
      aria-label={label}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete="off"
      spellCheck={false}
    />
  );
}
