import { count } from '../../format/number.ts';
import { en } from '../../strings/en.ts';

interface Props {
  readonly value: 'all' | 'none';
  readonly onChange: (value: 'all' | 'none') => void;
  readonly exhibits: number;
}

/** Whether the stored bytes go along. */
export function EvidenceChoice({ value, onChange, exhibits }: Props) {
  const text = en.share;
  const choices = [
    { value: 'all', label: text.all, hint: text.allHint },
    { value: 'none', label: text.none, hint: text.noneHint },
  ] as const;
  return (
    <fieldset className="choice">
      <legend className="label">
        {text.evidence} <span className="meta num">{en.caseFrame.exhibitsCount(count(exhibits))}</span>
      </legend>
      {choices.map((choice) => (
        <div key={choice.value} className="choice-row">
          <label>
            <input
              type="radio"
              name="copy-evidence"
              checked={value === choice.value}
              onChange={() => onChange(choice.value)}
            />
            {choice.label}
          </label>
          <p className="meta">{choice.hint}</p>
        </div>
      ))}
    </fieldset>
  );
}
