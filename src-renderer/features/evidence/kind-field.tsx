import { evidenceTypes } from '../../../src-main/domain/kinds/evidence.ts';
import type { EvidenceType } from '../../../src-main/contract/evidence.ts';
import { en } from '../../strings/en.ts';
import { SelectField } from '../../ui/select-field.tsx';

interface Props {
  readonly value: EvidenceType | '';
  /** What no choice means; undefined where one has to be made. */
  readonly empty?: string;
  readonly onChange: (value: EvidenceType | '') => void;
}

/** What kind of evidence it is; the fields below it follow. */
export function KindField({ value, empty, onChange }: Props) {
  const options = evidenceTypes.map((type) => ({ value: type, label: en.intake.kinds[type] }));
  return (
    <SelectField
      label={en.intake.kind}
      value={value}
      {...(empty === undefined ? {} : { empty })}
      options={options}
      onChange={(chosen) => onChange(evidenceTypes.find((type) => type === chosen) ?? '')}
    />
  );
}
