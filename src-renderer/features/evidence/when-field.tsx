import { useUnderstood } from '../../state/understood.ts';
import { en } from '../../strings/en.ts';
import { TextField } from '../../ui/text-field.tsx';

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly label?: string;
}

/** A time as typed, and what it is understood as. Empty means now. */
export function WhenField({ value, onChange, label = en.evidence.handOver.when }: Props) {
  const text = en.evidence.handOver;
  const understood = useUnderstood(value);
  return (
    <TextField
      label={label}
      value={value}
      placeholder={text.now}
      onChange={onChange}
      help={understood.text === '' ? text.whenHint : text.understood(understood.text)}
      error={understood.error === '' ? undefined : understood.error}
    />
  );
}
