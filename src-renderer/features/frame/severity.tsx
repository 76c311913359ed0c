import { factValue } from '../../format/fact.ts';
import { useCase } from '../../state/case.ts';
import { en } from '../../strings/en.ts';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertTriangle } from '../../ui/icons.ts';

const LEVELS = ['low', 'medium', 'high', 'critical'];

/** How bad it is, as far as somebody has said so. */
export function Severity() {
  const fact = useCase((state) => state.info?.facts.find(({ name }) => name === 'severity'));
  if (fact === undefined) return null;
  if (fact.conflict.length > 0) {
    return (
      <span className="warn-text nowrap">
        <Ic of={IconAlertTriangle} size={14} /> {en.facts.severityConflict}
      </span>
    );
  }
  const level = LEVELS.indexOf(String(fact.value)) + 1;
  return (
    <span className="severity nowrap">
      <span className="severity-bars" aria-hidden="true">
        {LEVELS.map((name, at) => (
          <i key={name} className={at < level ? 'on' : undefined} />
        ))}
      </span>
      {en.facts.severity(factValue('severity', fact.value, 'UTC').toLowerCase())}
    </span>
  );
}
