import { NativeSelect } from '@mantine/core';

interface Props {
  readonly label: string;
  readonly value: string;
  /** What no choice is called; undefined where one is always made. */
  readonly empty?: string;
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
      data={empty === undefined ? [...options] : [{ value: '', label: empty }, ...options]}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoFocus={autoFocus === true}
    />
  );
}
