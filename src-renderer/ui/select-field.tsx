import { NativeSelect } from '@mantine/core';

interface Props {
  readonly label: string;
  readonly value: string;
  /** Shown until something is chosen. */
  readonly empty: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
  readonly autoFocus?: boolean;
}

/** One of a few words: the system's own list, so that keys and screen readers know it. */
export function SelectField({ label, value, empty, options, onChange, autoFocus }: Props) {
  return (
    <NativeSelect
      label={label}
      value={value}
      data={[{ value: '', label: empty }, ...options]}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoFocus={autoFocus === true}
    />
  );
}
