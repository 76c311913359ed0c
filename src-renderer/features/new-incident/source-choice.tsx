import type { DetectionSource } from '../../../src-main/contract/case.ts';
import { en } from '../../strings/en.ts';
import { Ic, type IconType } from '../../ui/ic.tsx';
import {
  IconActivity,
  IconDots,
  IconFileSearch,
  IconMessage2,
  IconServer,
  IconShieldHalf,
  IconUser,
  IconVirus,
} from '../../ui/icons.ts';
import { Kbd } from '../../ui/kbd.tsx';

const ICONS: Readonly<Record<DetectionSource, IconType>> = {
  'hosting-firewall': IconShieldHalf,
  'hosting-usage': IconServer,
  fusionreactor: IconActivity,
  antivirus: IconVirus,
  'log-review': IconFileSearch,
  customer: IconMessage2,
  employee: IconUser,
  other: IconDots,
};

interface Props {
  readonly value: DetectionSource | null;
  readonly onChange: (value: DetectionSource) => void;
}

/** Where the incident was noticed: offered, never asked for. */
export function SourceChoice({ value, onChange }: Props) {
  const text = en.start.create;
  return (
    <fieldset className="sources">
      <legend className="label">
        {text.source} <span className="meta">{text.sourceHint}</span>
      </legend>
      <div className="sources-grid">
        {text.sources.map((source, at) => (
          <label key={source.value} className="source">
            <input
              type="radio"
              name="source"
              checked={value === source.value}
              onChange={() => onChange(source.value)}
            />
            <Ic of={ICONS[source.value]} size={18} />
            <span className="grow">{source.label}</span>
            <Kbd>{String(at + 1)}</Kbd>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
