import { count } from '../../format/number.ts';
import { en } from '../../strings/en.ts';
import { Choice } from '../../ui/choice.tsx';

interface Props {
  readonly value: 'all' | 'none';
  readonly onChange: (value: 'all' | 'none') => void;
  readonly exhibits: number;
}

/** Whether the stored bytes go along. */
export function EvidenceChoice({ value, onChange, exhibits }: Props) {
  const text = en.share;
  return (
    <Choice
      legend={
        <>
          {text.evidence} <span className="meta num">{en.caseFrame.exhibitsCount(count(exhibits))}</span>
        </>
      }
      value={value}
      options={[
        { value: 'all', label: text.all, hint: text.allHint },
        { value: 'none', label: text.none, hint: text.noneHint },
      ]}
      onChange={onChange}
    />
  );
}
