import type { CSSProperties } from 'react';
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

/** The sources in the order of their number keys. */
export const allSources = (): readonly DetectionSource[] =>
  en.start.create.sourceGroups.flatMap(({ sources }) => sources.map(({ value }) => value));

/** Where the incident was noticed, grouped as the plan does: offered, never asked for. */
export function SourceChoice({ value, onChange }: Props) {
  const text = en.start.create;
  const order = allSources();
  return (
    <fieldset className="sources">
      <legend className="label">
        {text.source} <span className="meta">{text.sourceHint}</span>
      </legend>
      <div className="source-groups">
        {text.sourceGroups.map((group) => (
          <div
            key={group.name}
            role="group"
            aria-label={group.name}
            style={{ '--n': group.sources.length } as CSSProperties}
          >
            <p className="meta">{group.name}</p>
            <div className="sources-grid">
              {group.sources.map((source) => (
                <label key={source.value} className="source" data-plan-id={source.value}>
                  <input
                    type="radio"
                    name="source"
                    checked={value === source.value}
                    onChange={() => onChange(source.value)}
                  />
                  <Ic of={ICONS[source.value]} size={18} />
                  <span className="grow">{source.label}</span>
                  <Kbd>{String(order.indexOf(source.value) + 1)}</Kbd>
                </label>
              ))}
            </div>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
