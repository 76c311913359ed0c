import { NativeSelect } from '@mantine/core';

interface Option {
  readonly value: string;
  readonly label: string;
}

interface Props {
  /** For whoever does not see the heading of the column. */
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  /** More options under a heading of their own. */
  readonly more?: { readonly group: string; readonly items: readonly Option[] };
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** A choice in a table, where the head of the column is its label. */
export function BareSelect({ label, value, options, more, error, onChange }: Props) {
  return (
    <NativeSelect
      aria-label={label}
      value={value}
      error={error}
      data={more === undefined ? [...options] : [...options, { group: more.group, items: [...more.items] }]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
