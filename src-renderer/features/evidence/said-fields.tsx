import { useUnderstood } from '../../state/understood.ts';
import { en } from '../../strings/en.ts';
import { TextField } from '../../ui/text-field.tsx';
import { offsetIsWrong, type SaidName, type SaidValues } from './said-values.ts';

interface Props {
  readonly names: readonly SaidName[];
  readonly values: SaidValues;
  readonly onChange: (values: SaidValues) => void;
  readonly required?: readonly SaidName[];
  readonly errors?: Readonly<Partial<Record<SaidName, string>>>;
  /** The span of times that stands, in words. */
  readonly coversNow?: string | undefined;
}

/** The fields about an exhibit that matter for its kind. */
export function SaidFields({ names, values, onChange, required = [], errors = {}, coversNow }: Props) {
  const text = en.intake;
  const understood = useUnderstood(values.covers ?? '', values.zone);
  const helpOf = (name: SaidName): string | undefined => {
    if (name !== 'covers') return text.hints[name];
    if (understood.text !== '') return en.evidence.handOver.understood(understood.text);
    return coversNow === undefined
      ? text.hints.covers
      : `${text.describe.now(coversNow)}. ${text.hints.covers}`;
  };
  const errorOf = (name: SaidName): string | undefined => {
    if (name === 'covers' && understood.error !== '') return understood.error;
    if (name === 'clockOffset' && offsetIsWrong(values)) return text.offsetWrong;
    return errors[name];
  };
  return names.map((name) => (
    <TextField
      key={name}
      label={text.details[name]}
      value={values[name] ?? ''}
      onChange={(value) => onChange({ ...values, [name]: value })}
      required={required.includes(name)}
      help={helpOf(name)}
      error={errorOf(name)}
    />
  ));
}
